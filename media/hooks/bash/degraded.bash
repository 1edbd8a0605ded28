# What a shell does while its editor does not answer. It knows the last verdict on its terminal, `stage name`, from the file
# that the editor left, and goes by that and by words that mean destruction. Everything else runs.

__safety_catch_is_at_risk() {
  [[ ${__safety_catch_verdict-} == production\ * || ${__safety_catch_verdict-} == unknown\ * ]]
}

# "PRODUCTION scores"
__safety_catch_name_risk() {
  __safety_catch_risk=${__safety_catch_verdict#* }
  if [[ $__safety_catch_verdict == production\ * ]]; then
    __safety_catch_risk="PRODUCTION $__safety_catch_risk"
  else
    __safety_catch_risk="$__safety_catch_risk, and nobody knows what that is"
  fi
}

# In any letters: bash 3.2 cannot make them small.
__safety_catch_is_destructive() {
  builtin local __sc_status
  builtin shopt -s nocasematch
  [[ $__safety_catch_line =~ $SAFETY_CATCH_DESTRUCTIVE ]]
  __sc_status=$?
  builtin shopt -u nocasematch
  builtin return "$__sc_status"
}

# Leaves the answer in __safety_catch_answer: `run`, or a status to refuse with.
__safety_catch_ask_alone() {
  builtin local __safety_catch_risk
  __safety_catch_answer=run
  if ! __safety_catch_is_at_risk || ! __safety_catch_is_destructive; then builtin return; fi
  __safety_catch_name_risk
  # What Ctrl+C leaves, too.
  __safety_catch_answer=130
  __safety_catch_question "
■ Safety Catch is degraded: the editor does not answer. This terminal would last have reached $__safety_catch_risk,
  and the line looks like one that destroys data.
  [Enter] cancel   or type  ${__safety_catch_verdict#* }  to run it: "
  if [[ $__safety_catch_reply == "${__safety_catch_verdict#* }" ]]; then __safety_catch_answer=run; fi
}

# At each prompt, given the process id of the editor.
__safety_catch_tell_degraded() {
  builtin local __safety_catch_risk
  if ! __safety_catch_is_at_risk || builtin kill -0 "$1" 2>/dev/null; then builtin return; fi
  __safety_catch_name_risk
  __safety_catch_show "Safety Catch is degraded: the editor does not answer. This terminal would last have reached $__safety_catch_risk."$'\n'
}
