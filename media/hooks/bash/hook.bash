# Safety Catch for bash: tells the editor at each prompt which watched variables this shell exports, and sets the gate.
# PROMPT_COMMAND sources it once; no start-up file refers to it. Nothing here may print, or change what the user's shell does.

__safety_catch_status=$?
builtin . "${BASH_SOURCE[0]%/*}/waysIn.bash"

# `${name@a}`, which tells exported variables from others without a fork, came with bash 4.4. Older ones stop reading here.
SAFETY_CATCH_BASH=
if [[ $- != *i* ]] || ((BASH_VERSINFO[0] < 4 || (BASH_VERSINFO[0] == 4 && BASH_VERSINFO[1] < 4))); then
  builtin return "$__safety_catch_status"
fi

# By this, what is started here can name the terminal that it belongs to.
builtin export SAFETY_CATCH_TERMINAL=$$

builtin . "${BASH_SOURCE[0]%/*}/editor.bash"
builtin . "${BASH_SOURCE[0]%/*}/degraded.bash"
builtin . "${BASH_SOURCE[0]%/*}/gate.bash"
builtin . "${BASH_SOURCE[0]%/*}/tools.bash"

# Answers with the fields of a report: src/shells/reportProtocol.ts has the format.
__safety_catch_read() {
  builtin local __sc_name __sc_names
  __safety_catch_list_names
  if [[ $__sc_names != "${__safety_catch_names-}" ]]; then
    __safety_catch_names=$__sc_names __safety_catch_watched=()
    for __sc_name in $__sc_names; do
      if [[ $__sc_name == @($SAFETY_CATCH_WATCH) ]]; then __safety_catch_watched+=("$__sc_name"); fi
    done
  fi
  __safety_catch_fields=(bash "$$" "$PWD")
  for __sc_name in "${__safety_catch_watched[@]}"; do
    # Exported, and not an array: bash hands arrays to no program.
    if [[ ${!__sc_name@a} == *x* && ${!__sc_name@a} != *[aA]* ]]; then
      __safety_catch_fields+=("$__sc_name=${!__sc_name}")
    fi
  done
}

__safety_catch_is_reported() {
  builtin local __sc_index
  [[ $1 == "${__safety_catch_reported_to-}" ]] || builtin return 1
  [[ ${#__safety_catch_fields[@]} -eq ${#__safety_catch_reported[@]} ]] || builtin return 1
  for __sc_index in "${!__safety_catch_fields[@]}"; do
    # `test` compares as it is; `[[ == ]]` first quotes the value as a pattern, which is slow for a long one.
    builtin test "${__safety_catch_fields[__sc_index]}" = "${__safety_catch_reported[__sc_index]}" || builtin return 1
  done
}

# Runs in the background on descriptor 3, so that a busy editor delays no prompt. A listener that cannot show the proof
# is a stranger on a port that the editor has left: it is told nothing.
__safety_catch_deliver() {
  builtin local __sc_proof
  builtin printf '%s\n' "$1" >&3
  if builtin read -r -t 10 __sc_proof <&3 && [[ $__sc_proof == "$2" ]]; then
    builtin printf '%s %s\n' "$3" "$__sc_word" >&3
    builtin printf '%.131072s\0' "${__safety_catch_fields[@]}" '' >&3
  fi
}

__safety_catch_send() {
  # The connection is made in the shell itself: reports arrive in the order of their prompts, and a dead editor refuses at once.
  { (__safety_catch_deliver "$2" "$3" "$4" </dev/null >/dev/null &); } 2>/dev/null 3<>"/dev/tcp/127.0.0.1/$1"
}

# The editor colours the terminal and says so beside it. If it died, the terminal gets its own colours back here.
__safety_catch_put_back_colours() {
  builtin local __sc_editor __sc_file="${SAFETY_CATCH_CHANNEL%/*}/$$.coloured"
  if [[ -O $__sc_file ]] && builtin read -r __sc_editor <"$__sc_file" && ! builtin kill -0 "$__sc_editor" 2>/dev/null; then
    builtin printf '\e]111\a\e]110\a'
    : >|"$__sc_file"
  fi
}

__safety_catch_report() {
  __safety_catch_tell_degraded "${__safety_catch_address##* }"
  if [[ $__sc_word == report ]] && __safety_catch_is_reported "$__safety_catch_address"; then builtin return; fi
  if __safety_catch_send $__safety_catch_address; then
    __safety_catch_reported=("${__safety_catch_fields[@]}") __safety_catch_reported_to=$__safety_catch_address
  fi
}

__safety_catch_prompt() {
  # `local -` puts every option back on return. With `set -e`, returning the last status would end the shell.
  { builtin local __sc_status="${1-$?}" __sc_options="$-" -; builtin set +eux -f; } 2>/dev/null
  builtin local IFS=' ' __sc_word=report __safety_catch_address __safety_catch_verdict __safety_catch_fields
  if [[ -n ${__safety_catch_held-} && -n ${__vsc_first_prompt-} ]]; then __safety_catch_release; fi
  __safety_catch_lead_path
  if __safety_catch_disarm; then __sc_word=refused; fi
  if [[ -n ${SAFETY_CATCH_CHANNEL-} ]]; then
    __safety_catch_put_back_colours
    __safety_catch_read
    if __safety_catch_find_editor; then __safety_catch_report; fi
    __safety_catch_arm
  fi
  if [[ $__sc_options == *e* ]]; then __sc_status=0; fi
  builtin return "$__sc_status"
}

# PROMPT_COMMAND got the loader in front, so that it runs at all. From the second prompt on the report is made last, when
# direnv and the like have set their variables. VS Code runs the user's PROMPT_COMMAND from a variable of its own, and takes
# the array elements behind its own one for typed commands: they move to that variable too.
__safety_catch_settle() {
  { builtin local - __sc_command; builtin set +eux; } 2>/dev/null
  builtin local -a __sc_commands __sc_more
  if [[ -n ${bash_preexec_imported-}${__bp_imported-} ]]; then builtin return 0; fi
  if [[ ${PROMPT_COMMAND@a} == *a* ]]; then __sc_more=("${PROMPT_COMMAND[@]:1}"); fi
  if [[ ${PROMPT_COMMAND-} == __vsc_prompt_cmd_original ]]; then
    for __sc_command in "${__vsc_original_prompt_command[@]}" "${__sc_more[@]}"; do __safety_catch_keep; done
    __vsc_original_prompt_command=("${__sc_commands[@]}" __safety_catch_prompt)
    if [[ ${#__sc_more[@]} -gt 0 ]]; then
      PROMPT_COMMAND=(__vsc_prompt_cmd_original)
      __safety_catch_hold
    fi
  elif [[ ${PROMPT_COMMAND-} == *SAFETY_CATCH_BASH* ]]; then
    for __sc_command in "$PROMPT_COMMAND" "${__sc_more[@]}"; do __safety_catch_keep; done
    if [[ ${#__sc_more[@]} -gt 0 ]]; then
      PROMPT_COMMAND=("${__sc_commands[@]}" __safety_catch_prompt)
    else
      PROMPT_COMMAND=${__sc_commands[0]-}$'\n'__safety_catch_prompt
    fi
  fi
}

# At the first prompt bash still runs the elements that were moved, behind VS Code's own. VS Code is kept from taking the
# first of them for a typed command, until bash has read one: PS0 is expanded then, and can assign without a fork.
__safety_catch_hold() {
  __safety_catch_held='${__safety_catch_nothing:$((__vsc_in_command_execution=0)):0}' __safety_catch_nothing=
  __vsc_in_command_execution=held
  PS0=$__safety_catch_held${PS0-}
}

__safety_catch_release() {
  PS0=${PS0/"$__safety_catch_held"/} __safety_catch_held=
  if [[ $__vsc_in_command_execution == held ]]; then __vsc_in_command_execution=1; fi
}

# Keeps what the user's own start-up files put into PROMPT_COMMAND, without the loader and its separators in front.
__safety_catch_keep() {
  builtin local __sc_loader='eval "${SAFETY_CATCH_BASH-}"; '
  while [[ $__sc_command == "$__sc_loader"* ]]; do
    __sc_command=${__sc_command#"$__sc_loader"}
    __sc_command=${__sc_command#'! ! '}
  done
  while [[ $__sc_command == [\;[:space:]]* ]]; do __sc_command=${__sc_command#?}; done
  if [[ -n $__sc_command ]]; then __sc_commands+=("$__sc_command"); fi
}

SAFETY_CATCH_BASH=__safety_catch_prompt
__safety_catch_settle
__safety_catch_prompt "$__safety_catch_status"
