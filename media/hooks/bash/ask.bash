# Asks the editor about a command before it runs, in any bash from 3.2 on: src/shells/gateProtocol.ts has the format.
# `__safety_catch_ask PORT KNOCK PROOF TOKEN` sends the array __safety_catch_fields and holds the dialogue on the terminal. It
# prints the answer: `run`, with a line `NAME=value` for each variable that is to be set; the status to refuse with; or
# `unknown` where the editor is not there or cannot tell. Call it in `$(…)`: it takes descriptor 3, and Ctrl+C at a question
# ends it with status 130, which is a refusal.

__safety_catch_ask() {
  builtin local __safety_catch_answer __safety_catch_set __safety_catch_text
  __safety_catch_converse "$@"
  if [[ -n $__safety_catch_text ]]; then __safety_catch_show "$__safety_catch_text"; fi
  builtin echo "$__safety_catch_answer$__safety_catch_set"
}

# Leaves the answer in __safety_catch_answer, the lines with variables in __safety_catch_set, and what is still to be shown of
# a refusal in __safety_catch_text.
__safety_catch_converse() {
  __safety_catch_answer=unknown __safety_catch_set= __safety_catch_text=
  # An editor that dies is found out by what it does not say.
  builtin trap '' PIPE
  { __safety_catch_talk "$2" "$3" "$4" 3<>"/dev/tcp/127.0.0.1/$1" 2>&4; } 4>&2 2>/dev/null
}

__safety_catch_talk() {
  builtin local __sc_record= __sc_wait='-t 5' IFS=' '
  builtin printf '%s\n' "$1" >&3
  if ! IFS= builtin read -r -t 5 __sc_record <&3 || [[ $__sc_record != "$2" ]]; then builtin return; fi
  builtin printf '%s ask\n' "$3" >&3
  builtin printf '%s\0' "${__safety_catch_fields[@]}" '' >&3
  # A busy editor has five seconds for its first word. From then on it is a person who takes time.
  while IFS= builtin read -r -d '' $__sc_wait __sc_record <&3; do
    __sc_wait=
    case $__sc_record in
      '='*) __safety_catch_set+=$'\n'${__sc_record#=} ;;
      '+') __safety_catch_answer=run; builtin return ;;
      '!') builtin return ;;
      '-'*) __safety_catch_take_refusal "${__sc_record#-}"; builtin return ;;
      '>'*) __safety_catch_show "${__sc_record#>}" ;;
      '?'*) __safety_catch_question "${__sc_record#'?'}"; builtin printf '%s\0' "$__safety_catch_reply" >&3 ;;
      *) builtin break ;;
    esac
  done
  if [[ -z $__sc_wait ]]; then
    # It began to tell, and died: what it had to tell was reason enough.
    __safety_catch_take_refusal $'130 \nThe editor is gone: nothing was run.\n'
  fi
}

__safety_catch_take_refusal() {
  __safety_catch_drain
  __safety_catch_answer=${1%% *}
  if [[ $1 == *' '* ]]; then __safety_catch_text=${1#* }; fi
}

__safety_catch_has_shown=0

# fish has the cursor still on the line: the first text comes below it.
__safety_catch_show() {
  builtin set -- "${__safety_catch_break-}$1"
  __safety_catch_break= __safety_catch_has_shown=1
  { builtin printf '%s' "$1" >/dev/tty; } 2>/dev/null || builtin printf '%s' "$1" >&2
}

# Leaves a line of the person in __safety_catch_reply. Without a terminal nobody can answer, as after Ctrl+C. What was typed
# before the question, what is pasted, and what more comes along is no answer: a terminal marks what is pasted if it is told to.
__safety_catch_question() {
  __safety_catch_reply=$'\3'
  # Whoever reads the output learns at least what there was to ask.
  if ! { : </dev/tty; } 2>/dev/null; then __safety_catch_show "$1"; builtin return 0; fi
  builtin trap '__safety_catch_show $'\''\e[?2004l'\''; builtin exit 130' INT
  __safety_catch_drain
  # fish has the terminal as its own editing needs it, and takes it back so.
  if [[ -n ${__safety_catch_is_raw-} ]]; then command stty sane </dev/tty; fi
  __safety_catch_show $'\e[?2004h'"$1"
  IFS= builtin read -r __safety_catch_reply </dev/tty || __safety_catch_reply=$'\3'
  if [[ $__safety_catch_reply == *[[:cntrl:]]* ]] || ! __safety_catch_drain; then __safety_catch_reply=$'\3'; fi
  __safety_catch_show $'\e[?2004l'
}

# Throws away what has been typed or pasted, and answers whether there was nothing. `-n` makes half a line readable too.
__safety_catch_drain() {
  builtin local __sc_ahead __sc_pause=0.05 __sc_result=0
  if ((BASH_VERSINFO[0] < 4)); then __sc_pause=1; fi
  { while IFS= builtin read -rs -t "$__sc_pause" -n 4096 __sc_ahead; do __sc_result=1; done </dev/tty; } 2>/dev/null
  builtin return "$__sc_result"
}
