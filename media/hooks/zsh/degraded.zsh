# What a shell does while its editor does not answer. It knows the last verdict on its terminal, `stage name`, from the file
# that the editor left, and goes by that and by words that mean destruction. Everything else runs.

# Leaves "PRODUCTION scores" in __sc_risk, or fails where the terminal is not at risk.
__safety_catch_name_risk() {
  case $__sc_verdict in
    (production\ *) __sc_risk="PRODUCTION ${__sc_verdict#* }" ;;
    (unknown\ *) __sc_risk="${__sc_verdict#* }, and nobody knows what that is" ;;
    (*) return 1 ;;
  esac
}

# Leaves the answer in __sc_answer: `run`, or a status to refuse with.
__safety_catch_ask_alone() {
  local __sc_risk __sc_reply
  __sc_answer=run
  __safety_catch_name_risk && [[ ${(L)1} =~ $SAFETY_CATCH_DESTRUCTIVE ]] || return 0
  __sc_answer=130
  __safety_catch_question "
■ Safety Catch is degraded: the editor does not answer. This terminal would last have reached $__sc_risk,
  and the line looks like one that destroys data.
  [Enter] cancel   or type  ${__sc_verdict#* }  to run it: "
  if [[ $__sc_reply == ${__sc_verdict#* } ]]; then __sc_answer=run; fi
}

# At each prompt, given the process id of the editor.
__safety_catch_tell_degraded() {
  local __sc_risk
  __safety_catch_name_risk && ! builtin kill -0 $1 2>/dev/null || return 0
  __safety_catch_show "Safety Catch is degraded: the editor does not answer. This terminal would last have reached $__sc_risk."$'\n'
}
