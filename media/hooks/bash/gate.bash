# Safety Catch for bash from 4.4 on: has each line decided that was read, before any of it runs.
# bash expands PS0 then. A line is given up by SIGINT, as if Ctrl+C had been pressed: VS Code sees all others as without this.

builtin . "${BASH_SOURCE[0]%/*}/ask.bash"
builtin . "${BASH_SOURCE[0]%/*}/history.bash"
builtin . "${BASH_SOURCE[0]%/*}/mentions.bash"

builtin declare -gA __safety_catch_none __safety_catch_inert __safety_catch_seldom
__safety_catch_at=0 __safety_catch_nothing= __safety_catch_open=0 __safety_catch_ended=0
__safety_catch_spelling='\\'\''"{*?['
__safety_catch_special=$';&|<>$()`\n' __safety_catch_blank=$' \t'
IFS='|' builtin read -ra __safety_catch_words <<<"${SAFETY_CATCH_INERT-}"
IFS='|' builtin read -ra __safety_catch_seldom_words <<<"${SAFETY_CATCH_SELDOM-}"

# What PS0 is expanded through, one row after another, each to nothing; `~` stands for `__safety_catch_`. Expanding is all that
# can be done without a process: so `:=` keeps what is found, in a new place of an array for each line, and keys of a table
# decide. Only a word without interest is in the table. A function that hides one, a letter with a meaning, the 201st letter,
# and a refusal just before, in the same paste, make another key, and with it a question. Whoever answers that prints 1 to let
# the line run.
__safety_catch_steps='
${~nothing:$((~at+=1,~flush=~open&&SECONDS-~ended<2,~open=VSCODE1)):0}
${~none[k${~entries[~at]:=$({ builtin declare -F "${~words[@]}" || :; HISTTIMEFORMAT= builtin history "$((HISTCMD>~first?HISTCMD-~first:1))"; } 2>/dev/null)}]-}
${~none[k${~lines[~at]:=${~entries[~at]#*[0-9][* ] }}]-}
${~none[k${~heads[~at]:=${~lines[~at]:0:200}}]-}
${~none[k${~bares[~at]:=${~heads[~at]#"${~heads[~at]%%[!$~blank]*}"}}]-}
${~none[k${~plains[~at]:=${~bares[~at]%%[$~special]*}}]-}
${~none[k${~keys[~at]:=${~flush#0}${~bares[~at]:${#~plains[~at]}:1}${~lines[~at]:200:1}_${~plains[~at]%%[$~blank]*}}]-}
${~nothing:$((~ended=SECONDS,~open=VSCODE1-1/${~inert[${~entries[~at]%%[ 0-9]*}${~keys[~at]}]-$({ ~gate; } 2>/dev/null)})):0}
'
__safety_catch_steps=${__safety_catch_steps//\~/__safety_catch_}
__safety_catch_steps=${__safety_catch_steps//$'\n'/}
# Unset in a shell that inherits PS0, where it then stands for nothing.
__safety_catch_ps0='${__safety_catch_armed+${__safety_catch_armed@P}}'

# At each prompt, for the line to come. Whatever set PS0 meanwhile keeps what it set.
__safety_catch_arm() {
  builtin local __sc_vscode=
  __safety_catch_at=0
  __safety_catch_entries=() __safety_catch_lines=() __safety_catch_heads=() __safety_catch_bares=() __safety_catch_plains=() __safety_catch_keys=()
  if ! builtin shopt -q promptvars; then
    PS0=${PS0//"$__safety_catch_ps0"/}
    __safety_catch_be_blind 'shopt -u promptvars'
  elif [[ ! -o history || ${HISTSIZE-} == 0 ]]; then
    __safety_catch_armed=
    __safety_catch_be_blind 'the history is off'
  else
    __safety_catch_blindness=
    # VS Code would take the refused line for none: as if it had begun, it is reported with its status.
    if [[ -n ${__vsc_in_command_execution-} ]]; then __sc_vscode=__vsc_in_command_execution=; fi
    __safety_catch_armed=${__safety_catch_steps//VSCODE/$__sc_vscode}
    if [[ ${PS0-} != *"$__safety_catch_ps0"* ]]; then PS0=$__safety_catch_ps0${PS0-}; fi
    # Without cmdhist, each line of a command is an entry of its own.
    __safety_catch_first=$HISTCMD
    if builtin shopt -q cmdhist; then __safety_catch_first=999999999; fi
    __safety_catch_list_inert
    __safety_catch_open_history
    __safety_catch_armed+=$__safety_catch_give_back
  fi
}

__safety_catch_be_blind() {
  if [[ ${__safety_catch_blindness-} == "$1" ]]; then builtin return; fi
  __safety_catch_blindness=$1
  __safety_catch_show "Safety Catch cannot see what you type in this terminal ($1): nothing is stopped."$'\n'
}

# An alias is without interest if it only adds words to the program of its own name.
__safety_catch_list_inert() {
  builtin local __sc_word __sc_text __sc_aliases="${!BASH_ALIASES[*]} ${BASH_ALIASES[*]}"
  if [[ $__sc_aliases == "${__safety_catch_aliases-}" ]]; then builtin return; fi
  __safety_catch_aliases=$__sc_aliases __safety_catch_inert=() __safety_catch_seldom=()
  for __sc_word in "${__safety_catch_words[@]}"; do
    if __safety_catch_is_itself "$__sc_word"; then __safety_catch_inert[_$__sc_word]=1; fi
  done
  for __sc_word in "${__safety_catch_seldom_words[@]}"; do
    if __safety_catch_is_itself "$__sc_word" && __safety_catch_is_plain "$__sc_text"; then __safety_catch_seldom[_$__sc_word]=1; fi
  done
}

__safety_catch_is_itself() {
  __sc_text=${BASH_ALIASES[$1]-$1}
  [[ ${__sc_text%%[$__safety_catch_blank]*} == "$1" && $__sc_text != *[$__safety_catch_special]* ]]
}

# What is quoted or a pattern may spell anything.
__safety_catch_is_plain() {
  [[ $1 != *[$__safety_catch_spelling]* && ! $1 =~ $SAFETY_CATCH_TELLING ]]
}

# At each prompt, for the line before. Answers whether that was refused: its expansion did not come to its end.
__safety_catch_disarm() {
  __safety_catch_close_history
  if ((__safety_catch_open == 0)); then builtin return 1; fi
  __safety_catch_open=0
  # Not empty, or VS Code leaves the status out.
  if [[ -n ${__vsc_in_command_execution-} ]]; then __vsc_current_command=${__safety_catch_lines[__safety_catch_at]}; fi
}

# In the process that PS0 starts for a line of interest. What it prints decides, at its end as after Ctrl+C.
__safety_catch_gate() {
  builtin set +eux -f
  builtin local IFS=' '
  __safety_catch_line=${__safety_catch_lines[__safety_catch_at]}
  if [[ -z $__safety_catch_line ]] || __safety_catch_is_unhidden || __safety_catch_tells_nothing || ! __safety_catch_find_editor; then
    builtin echo 1
    builtin return
  fi
  # This shell shows the traps of its parent only until it has its own.
  __safety_catch_trap=$(builtin trap -p INT)
  __safety_catch_answer=130 __safety_catch_text=
  if ((__safety_catch_flush)); then __safety_catch_refuse; builtin return; fi
  builtin trap __safety_catch_conclude EXIT
  __safety_catch_read
  __safety_catch_add_entries
  __safety_catch_fields=(line "${__safety_catch_fields[@]::3}" "$__safety_catch_line" "${__safety_catch_fields[@]:3}")
  __safety_catch_read_mentions
  __safety_catch_converse $__safety_catch_address
  if [[ $__safety_catch_answer == unknown ]]; then __safety_catch_ask_alone; fi
}

# What `fc` would run again, and the entries of a command over several lines without their numbers.
__safety_catch_add_entries() {
  while [[ $__safety_catch_first -lt 999999999 && $__safety_catch_line =~ $'\n'\ *[0-9]+[*\ ]\  ]]; do
    __safety_catch_line=${__safety_catch_line/"${BASH_REMATCH[0]}"/$'\n'}
  done
  __safety_catch_recall
  __safety_catch_line+=$__safety_catch_recalled
}

# Functions hide words without interest, but not this one.
__safety_catch_is_unhidden() {
  builtin local __sc_key="${__safety_catch_keys[__safety_catch_at]}"
  [[ -n ${__safety_catch_inert[$__sc_key]-} ]] && ! builtin declare -F "${__sc_key#_}" >/dev/null
}

# A word that is only of interest with others, in a line as plain as can be.
__safety_catch_tells_nothing() {
  builtin local __sc_key="${__safety_catch_keys[__safety_catch_at]}"
  [[ -n ${__safety_catch_seldom[$__sc_key]-} ]] && __safety_catch_is_plain "$__safety_catch_line" &&
    ! builtin declare -F "${__sc_key#_}" >/dev/null
}

__safety_catch_conclude() {
  if [[ $__safety_catch_answer == run ]]; then builtin echo 1; builtin return; fi
  # In the words of VS Code's own integration, with what is told as the output: agents read that.
  if [[ -n ${__vsc_first_prompt-} ]] && builtin declare -F __vsc_command_output_start >/dev/null; then
    __vsc_current_command=${__safety_catch_line#"${__safety_catch_line%%[! ]*}"}
    __vsc_command_output_start >/dev/tty
  fi
  __safety_catch_show "$__safety_catch_text"
  __safety_catch_refuse
}

# Where the user traps SIGINT, only an error gives the line up: bash shows it.
__safety_catch_refuse() {
  if [[ -n $__safety_catch_trap ]]; then builtin echo Safety_Catch_refused_this_line; builtin return; fi
  builtin kill -INT "$$"
  builtin echo 2
}
