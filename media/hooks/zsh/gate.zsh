# Safety Catch for zsh: has each line decided that was read, before any of it runs. Hooks of preexec get all of it, as it was
# typed and as it is understood. It is given up by SIGINT, as if Ctrl+C had been pressed: VS Code sees all other lines as without this.

for __sc_file in ask degraded mentions; do builtin source "$__safety_catch_folder/$__sc_file.zsh"; done
unset __sc_file

__safety_catch_preexec() {
  builtin emulate -L zsh
  builtin setopt no_xtrace no_err_exit no_err_return unset no_aliases extended_glob
  local -a __sc_address
  local __sc_line=$1 __sc_verdict __sc_fields __sc_answer=130 __sc_text IFS=$' \t\n'
  if __safety_catch_is_inert "$3" || ! __safety_catch_find_editor; then return 0; fi
  # By now, what the user traps SIGINT for is no longer asked, until the end of this function.
  builtin trap - INT
  builtin trap '' PIPE
  __safety_catch_refused=1
  # As it was typed it reads best, but aliases are replaced only in the other form.
  if [[ -z $1 ]] || __safety_catch_has_alias "$1"; then __sc_line=$3; fi
  {
    __safety_catch_read line "$__sc_line"
    __safety_catch_read_mentions "$__sc_line"
    __sc_fields+=$'\0'
    __safety_catch_converse
    if [[ $__sc_answer == unknown ]]; then __safety_catch_ask_alone "$3"; fi
  } always {
    # After Ctrl+C, too. In the words of VS Code's own integration, with what is told as the output: agents read that.
    if [[ $__sc_answer != run ]]; then
      if (( $+functions[__vsc_preexec] )); then __vsc_preexec "$1"; fi
      __safety_catch_show "$__sc_text"
    fi
  }
  if [[ $__sc_answer == run ]]; then __safety_catch_refused=; else builtin kill -INT $$; fi
}

# One command, whose first word is without interest, or has none in a line as plain as this, and stands for nothing else.
__safety_catch_is_inert() {
  local __sc_word=${1%%[[:space:]]*}
  [[ -z $SAFETY_CATCH_CHANNEL ]] || [[ $1 != *[\;\&\|\<\>\$\(\)\`$'\n']* ]] &&
    { [[ $__sc_word == (${~SAFETY_CATCH_INERT}) ]] || __safety_catch_tells_nothing "$1" } && (( ! $+functions[$__sc_word] ))
}

# What is quoted or a pattern may spell anything.
__safety_catch_tells_nothing() {
  [[ ${1%%[[:space:]]*} == (${~SAFETY_CATCH_SELDOM}) && $1 != *[\'\"\\\{\*\?\[]* && $1 != *(${~SAFETY_CATCH_TELLING})* ]]
}

__safety_catch_has_alias() {
  local __sc_word
  for __sc_word in ${(z)1}; do
    if (( $+aliases[$__sc_word] || $+galiases[$__sc_word] || $+saliases[${__sc_word:e}] )); then return 0; fi
  done
  return 1
}

# At the prompt behind a refused line: the status of Ctrl+C, for VS Code and for whoever asks next. What functions change of the
# status is undone, what `sched` runs last at a prompt is not.
__safety_catch_settle_refusal() {
  __safety_catch_refused=
  builtin zmodload zsh/sched && builtin sched +0 '() { return 130 }'
  if (( $+functions[__vsc_precmd] )); then
    functions[__safety_catch_vsc_precmd]=$functions[__vsc_precmd]
    __vsc_precmd() {
      functions[__vsc_precmd]=$functions[__safety_catch_vsc_precmd]
      unset -f __safety_catch_vsc_precmd
      () { return 130 }
      __vsc_precmd
    }
  fi
}
