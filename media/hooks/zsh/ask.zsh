# Asks the editor about a line before it runs, without another process: src/shells/gateProtocol.ts has the format.
# Locals are called `__sc_…` here: what they hide of the user's shell cannot be told to the editor.

# Sends __sc_fields to the editor at __sc_address. Leaves the answer in __sc_answer, `run`, a status to refuse with, or
# `unknown` where the editor is not there or cannot tell, and what is still to be shown of a refusal in __sc_text.
__safety_catch_converse() {
  local REPLY
  __sc_answer=unknown __sc_text=
  builtin zmodload zsh/net/tcp && builtin ztcp 127.0.0.1 $__sc_address[1] || return 0
  {
    __safety_catch_talk $REPLY
  } always {
    builtin ztcp -c $REPLY
  }
} 2>/dev/null

__safety_catch_talk() {
  local __sc_record __sc_reply
  local -a __sc_wait=(-t 5)
  builtin print -r -u $1 -- $__sc_address[2]
  builtin read -r -t 5 -u $1 __sc_record && [[ $__sc_record == $__sc_address[3] ]] || return 0
  builtin print -rn -u $1 -- "$__sc_address[4] ask"$'\n'"$__sc_fields"
  # A busy editor has five seconds for its first word. From then on it is a person who takes time.
  while IFS= builtin read -r -d $'\0' $__sc_wait -u $1 __sc_record; do
    __sc_wait=()
    case $__sc_record in
      ('+') __sc_answer=run; return 0 ;;
      ('!') return 0 ;;
      (-*) __safety_catch_take_refusal ${__sc_record#-}; return 0 ;;
      ('>'*) __safety_catch_show ${__sc_record#>} ;;
      ('?'*) __safety_catch_question ${__sc_record#\?}; builtin print -rn -u $1 -- $__sc_reply$'\0' ;;
      (*) break ;;
    esac
  done
  if (( $#__sc_wait )); then return 0; fi
  # It began to tell, and died: what it had to tell was reason enough.
  __safety_catch_take_refusal $'130 \nThe editor is gone: nothing was run.\n'
}

__safety_catch_take_refusal() {
  __safety_catch_drain
  __sc_answer=${1%% *}
  if [[ $1 == *' '* ]]; then __sc_text=${1#* }; fi
}

__safety_catch_show() {
  builtin print -rn -- "$1" >/dev/tty
}

# Leaves a line of the person in __sc_reply. What was typed before the question, what is pasted, and what more comes along is
# no answer: a terminal marks what is pasted if it is told to.
__safety_catch_question() {
  __sc_reply=$'\3'
  __safety_catch_drain
  {
    __safety_catch_show $'\e[?2004h'"$1"
    IFS= builtin read -r __sc_reply </dev/tty || __sc_reply=$'\3'
    if [[ $__sc_reply == *[[:cntrl:]]* ]] || ! __safety_catch_drain; then __sc_reply=$'\3'; fi
  } always {
    __safety_catch_show $'\e[?2004l'
  }
}

# Throws away what has been typed or pasted, and answers whether there was nothing.
__safety_catch_drain() {
  local __sc_ahead __sc_result=0
  while builtin read -rs -t 0.05 -k 1 __sc_ahead </dev/tty; do __sc_result=1; done
  return $__sc_result
}
