# Safety Catch for zsh: tells the editor at each prompt which watched variables this shell exports.
# Nothing here may print, or change what the user's shell does. Functions set every option that they depend on.

unset -f __safety_catch_enter __safety_catch_leave __safety_catch_begin
builtin source "$__safety_catch_folder/waysIn.zsh"
# By this, what is started here can name the terminal that it belongs to.
typeset -gx SAFETY_CATCH_TERMINAL=$$

# Where the editor listens: the file of this shell, or for its first prompt that of the window. Both hold "port knock proof token …".
__safety_catch_find_editor() {
  local file
  for file in ${SAFETY_CATCH_CHANNEL:h}/$$ $SAFETY_CATCH_CHANNEL; do
    if [[ -f $file && -O $file ]] && IFS=' ' builtin read -rA address <$file; then return 0; fi
  done
  return 1
}

# Runs in the background, so that a busy editor delays no prompt. A listener that cannot show the proof is a stranger on a
# port that the editor has left: it is told nothing.
__safety_catch_deliver() {
  local proof
  builtin print -r -u $1 -- $2
  if builtin read -r -t 10 -u $1 proof && [[ $proof == $3 ]]; then
    builtin print -rn -u $1 -- "$4 report"$'\n'"$5"
  fi
}

__safety_catch_send() {
  local REPLY
  # The connection is made in the shell itself: reports arrive in the order of their prompts, and a dead editor refuses at once.
  builtin zmodload zsh/net/tcp && builtin ztcp 127.0.0.1 $address[1] || return 1
  # The outer shell of the two keeps `$!` as it was.
  (__safety_catch_deliver $REPLY $address[2] $address[3] $address[4] $1 </dev/null >/dev/null &)
  builtin ztcp -c $REPLY
} 2>/dev/null

# The editor colours the terminal and says so beside it. If it died, the terminal gets its own colours back here.
__safety_catch_put_back_colours() {
  local editor file=${SAFETY_CATCH_CHANNEL:h}/$$.coloured
  if [[ -O $file ]] && builtin read -r editor <$file && ! builtin kill -0 $editor 2>/dev/null; then
    builtin print -n '\e]111\a\e]110\a'
    : >|$file
  fi
}

__safety_catch_prompt() {
  builtin emulate -L zsh
  builtin setopt no_xtrace no_err_exit no_err_return unset no_aliases
  [[ -n $SAFETY_CATCH_CHANNEL ]] || return 0
  local IFS=$' \t\n' name fields
  local -a address
  __safety_catch_put_back_colours
  # src/shells/reportProtocol.ts has the format. A string of zsh can hold the NUL that ends each field.
  fields=zsh$'\0'$$$'\0'$PWD$'\0'
  for name in ${(oM)${(k)parameters[(R)scalar*export*]}:#(${~SAFETY_CATCH_WATCH})}; do
    fields+=$name=${${(P)name}[1,131072]}$'\0'
  done
  if __safety_catch_find_editor && [[ "$address $fields" != "$__safety_catch_reported" ]] &&
    __safety_catch_send $fields$'\0'; then
    __safety_catch_reported="$address $fields"
  fi
  return 0
}

autoload -Uz add-zsh-hook
add-zsh-hook precmd __safety_catch_prompt
