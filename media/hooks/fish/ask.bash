# Asks the editor about a line for fish, which has no sockets. Input, each ended by NUL: "port knock proof token …", the last
# verdict on the terminal, what is to be shown before a refusal, then the fields of the question.
# Ends with 0 where the line may run, with 10 where it may and something has been shown, else with the status of a refusal.

. "${BASH_SOURCE[0]%/*}/../bash/ask.bash"
. "${BASH_SOURCE[0]%/*}/../bash/degraded.bash"

__safety_catch_fields=()
while IFS= read -r -d '' field; do __safety_catch_fields+=("$field"); done
IFS=' ' read -ra address <<<"${__safety_catch_fields[0]}"
__safety_catch_verdict=${__safety_catch_fields[1]}
mark=${__safety_catch_fields[2]}
# The empty field at the end is sent anyway.
__safety_catch_fields=("${__safety_catch_fields[@]:3:${#__safety_catch_fields[@]}-4}")
__safety_catch_line=${__safety_catch_fields[4]}
__safety_catch_is_raw=1
__safety_catch_break=$'\n'

conclude() {
  if [[ $__safety_catch_answer == run ]]; then exit $((__safety_catch_has_shown ? 10 : 0)); fi
  __safety_catch_show "$mark$__safety_catch_text"
  if [[ $__safety_catch_answer == unknown ]]; then exit 130; fi
  exit "$__safety_catch_answer"
}

# In a group of processes of its own: Ctrl+C would also take fish off what it does about the answer.
set -m
(
  __safety_catch_answer=130 __safety_catch_text=
  trap conclude EXIT
  trap exit INT
  __safety_catch_converse "${address[@]}"
  if [[ $__safety_catch_answer == unknown ]]; then __safety_catch_ask_alone; fi
)
