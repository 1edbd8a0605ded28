# Safety Catch for zsh: tells the editor at each prompt which watched variables this shell exports, and sets the gate.
# Nothing here may print, or change what the user's shell does. Functions set every option that they depend on.

unset -f __safety_catch_enter __safety_catch_leave __safety_catch_begin
builtin source "$__safety_catch_folder/waysIn.zsh"
# By this, what is started here can name the terminal that it belongs to.
typeset -gx SAFETY_CATCH_TERMINAL=$$

builtin source "$__safety_catch_folder/gate.zsh"
builtin source "$__safety_catch_folder/tools.zsh"

# Where the editor listens: the file of this shell, or for its first prompt that of the window. Both hold "port knock proof token
# editor", and that of a shell the last verdict on it in a second line.
__safety_catch_find_editor() {
  local __sc_file
  for __sc_file in ${SAFETY_CATCH_CHANNEL:h}/$$ $SAFETY_CATCH_CHANNEL; do
    __sc_address=() __sc_verdict=
    if [[ -f $__sc_file && -O $__sc_file ]]; then
      { IFS=' ' builtin read -rA __sc_address && builtin read -r __sc_verdict } 2>/dev/null <$__sc_file
    fi
    if (( $#__sc_address )); then return 0; fi
  done
  return 1
}

# Runs in the background, so that a busy editor delays no prompt. A listener that cannot show the proof is a stranger on a
# port that the editor has left: it is told nothing.
__safety_catch_deliver() {
  local proof
  builtin print -r -u $1 -- $2
  if builtin read -r -t 10 -u $1 proof && [[ $proof == $3 ]]; then
    builtin print -rn -u $1 -- "$4 $5"$'\n'"$__sc_fields"
  fi
}

__safety_catch_send() {
  local REPLY
  # The connection is made in the shell itself: reports arrive in the order of their prompts, and a dead editor refuses at once.
  builtin zmodload zsh/net/tcp && builtin ztcp 127.0.0.1 $__sc_address[1] || return 1
  # The outer shell of the two keeps `$!` as it was.
  (__safety_catch_deliver $REPLY $__sc_address[2,4] $1 </dev/null >/dev/null &)
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

# Leaves the fields of a report in __sc_fields, or those of a question about a line: src/shells/reportProtocol.ts and
# gateProtocol.ts have the formats. A string of zsh can hold the NUL that ends each field.
__safety_catch_read() {
  local __sc_name
  __sc_fields=zsh$'\0'$$$'\0'$PWD$'\0'
  if (( $# )); then __sc_fields=$1$'\0'$__sc_fields$2$'\0'; fi
  for __sc_name in ${(oM)${(k)parameters[(R)scalar*export*]}:#(${~SAFETY_CATCH_WATCH})}; do
    __sc_fields+=$__sc_name=${${(P)__sc_name}[1,131072]}$'\0'
  done
}

__safety_catch_report() {
  local __sc_fields __sc_report
  __safety_catch_read
  __sc_report="$__sc_address $__sc_fields"
  if [[ $1 == report && $__sc_report == "$__safety_catch_reported" ]]; then return 0; fi
  __sc_fields+=$'\0'
  if __safety_catch_send $1; then __safety_catch_reported=$__sc_report; fi
}

__safety_catch_prompt() {
  builtin emulate -L zsh
  builtin setopt no_xtrace no_err_exit no_err_return unset no_aliases
  __safety_catch_lead_path
  [[ -n $SAFETY_CATCH_CHANNEL ]] || return 0
  local IFS=$' \t\n' __sc_verdict __sc_kind=report
  local -a __sc_address
  __safety_catch_put_back_colours
  if [[ -n $__safety_catch_refused ]]; then
    __sc_kind=refused
    __safety_catch_settle_refusal
  fi
  if __safety_catch_find_editor; then
    __safety_catch_tell_degraded $__sc_address[-1]
    __safety_catch_report $__sc_kind
  fi
  return 0
}

autoload -Uz add-zsh-hook
add-zsh-hook precmd __safety_catch_prompt
add-zsh-hook preexec __safety_catch_preexec
