# Asks the editor about a command before it runs, in any bash from 3.2 on: src/shells/gateProtocol.ts has the format.
# `__safety_catch_ask PORT KNOCK PROOF TOKEN` sends the array __safety_catch_fields and holds the dialogue on the terminal. It
# prints the answer: `run`, with a line `NAME=value` for each variable that is to be set; the status to refuse with; or
# `unknown` where the editor is not there or cannot tell. Call it in `$(…)`: it takes descriptor 3, and a broken connection or
# Ctrl+C ends it, which is a refusal with the status of the signal.

__safety_catch_ask() {
  builtin local __sc_record __sc_reply __sc_set= __sc_wait='-t 5' IFS=' '
  # With `builtin exec` the descriptor would be closed again at once.
  if ! { command exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; then builtin echo unknown; builtin return; fi
  builtin printf '%s\n' "$2" >&3
  if ! IFS= builtin read -r -t 5 __sc_record <&3 || [[ $__sc_record != "$3" ]]; then
    builtin echo unknown
    builtin return
  fi
  { builtin printf '%s ask\n' "$4" && builtin printf '%s\0' "${__safety_catch_fields[@]}" ''; } >&3
  # A busy editor has five seconds for its first word. From then on it is a person who takes time.
  while IFS= builtin read -r -d '' $__sc_wait __sc_record <&3; do
    __sc_wait=
    case $__sc_record in
      '='*) __sc_set+=$'\n'${__sc_record#=} ;;
      '+') builtin echo "run$__sc_set"; builtin return ;;
      '-'*) __safety_catch_drain; builtin echo "${__sc_record#-}"; builtin return ;;
      '>'*) __safety_catch_show "${__sc_record#>}" ;;
      '?'*) __safety_catch_question "${__sc_record#'?'}" ;;
      *) builtin break ;;
    esac
  done
  if [[ $__sc_wait == '' && $__sc_record != '!' ]]; then
    # It began to tell, and died: what it had to tell was reason enough.
    __safety_catch_show $'\nThe editor is gone: nothing was run.\n'
    builtin echo 130
  else
    builtin echo unknown
  fi
}

__safety_catch_show() {
  { builtin printf '%s' "$1" >/dev/tty; } 2>/dev/null || builtin printf '%s' "$1" >&2
}

# Without a terminal nobody can answer, as after Ctrl+C. What was typed or pasted before the question is no answer to it.
__safety_catch_question() {
  __sc_reply=$'\3'
  if { : </dev/tty; } 2>/dev/null; then
    __safety_catch_drain
    __safety_catch_show "$1"
    IFS= builtin read -r __sc_reply </dev/tty || __sc_reply=$'\3'
  fi
  builtin printf '%s\0' "$__sc_reply" >&3
}

# `-n` makes half a line readable too.
__safety_catch_drain() {
  builtin local __sc_ahead __sc_pause=0.05
  if ((BASH_VERSINFO[0] < 4)); then __sc_pause=1; fi
  { while IFS= builtin read -rs -t $__sc_pause -n 4096 __sc_ahead; do :; done </dev/tty; } 2>/dev/null
}
