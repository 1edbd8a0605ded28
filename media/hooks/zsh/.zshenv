# Safety Catch stands in for the user's start-up folder: it reads the user's own files at their turn and puts ZDOTDIR back.
__safety_catch_folder=$ZDOTDIR
__safety_catch_zdotdir=${SAFETY_CATCH_ZDOTDIR-}

# The user's own ZDOTDIR, which is mostly none, while a file of the user runs…
__safety_catch_enter() {
  if [[ -n $__safety_catch_zdotdir && $__safety_catch_zdotdir != $__safety_catch_folder ]]; then
    ZDOTDIR=$__safety_catch_zdotdir
  else
    unset ZDOTDIR
  fi
}

# … which may have changed it, as many a .zshenv does.
__safety_catch_leave() {
  __safety_catch_zdotdir=${ZDOTDIR-}
  ZDOTDIR=$__safety_catch_folder
}

__safety_catch_begin() {
  builtin emulate -L zsh
  builtin setopt no_aliases
  builtin source "$__safety_catch_folder/$1"
}

__safety_catch_enter
if [[ -f ${ZDOTDIR:-$HOME}/.zshenv ]]; then . "${ZDOTDIR:-$HOME}/.zshenv"; fi
# The last of these files that zsh reads begins with what the user's own files have set.
if [[ -o interactive || ( -o login && -o rcs ) ]]; then __safety_catch_leave; else __safety_catch_begin task.zsh; fi
