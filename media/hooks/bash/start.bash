# Asks the editor about what starts without being typed at a prompt. Ends with 0 if it is to run, else with the status to refuse
# it with. `bash -p start.bash task|script SHELL LINE`, or `… tool PROGRAM ARGUMENT…`; SAFETY_CATCH_WATCH says which variables count.

builtin trap '' PIPE
. "${BASH_SOURCE[0]%/*}/ask.bash"

# The shell that the person types into, or the one that asks.
terminal=${SAFETY_CATCH_TERMINAL:-$PPID}

find_editor() {
  local file
  for file in "${SAFETY_CATCH_CHANNEL%/*}/$terminal" "$SAFETY_CATCH_CHANNEL"; do
    if [[ -f $file && -O $file ]] && IFS=' ' read -r port knock proof token _ <"$file"; then return 0; fi
  done
  return 1
}

quote="'\\''"

# A line that means just these words.
join_words() {
  local word
  __safety_catch_line=
  for word; do
    if [[ $word == '' || $word == *[!A-Za-z0-9_./:,@%+=-]* ]]; then word="'${word//\'/$quote}'"; fi
    __safety_catch_line+="${__safety_catch_line:+ }$word"
  done
}

# Whether a program gets its input from a file, or from what only running it tells, as a part of the line.
add_input() {
  local file
  if [[ -t 0 || ! -e /dev/stdin || /dev/stdin -ef /dev/null ]]; then return; fi
  if [[ -f /dev/stdin ]] && file=$(readlink "/proc/$$/fd/0" 2>/dev/null) && [[ -e $file ]]; then
    file="'${file//\'/$quote}'"
    __safety_catch_line+=" <$file"
  else
    __safety_catch_line="cat | $__safety_catch_line"
  fi
}

read_variables() {
  local name
  shopt -s extglob
  # "${!X@}" lists names without a fork. This shell has set none of them itself, so they are all exported.
  for name in "${!A@}" "${!B@}" "${!C@}" "${!D@}" "${!E@}" "${!F@}" "${!G@}" "${!H@}" "${!I@}" "${!J@}" "${!K@}" "${!L@}" "${!M@}" \
    "${!N@}" "${!O@}" "${!P@}" "${!Q@}" "${!R@}" "${!S@}" "${!T@}" "${!U@}" "${!V@}" "${!W@}" "${!X@}" "${!Y@}" "${!Z@}"; do
    if [[ $name == @($SAFETY_CATCH_WATCH) ]]; then __safety_catch_fields+=("$name=${!name}"); fi
  done
}

find_editor || exit 0
if [[ $1 == tool ]]; then
  join_words "${@:2}"
  add_input
else
  __safety_catch_line=$3
fi
__safety_catch_fields=("$1" "$2" "$terminal" "$PWD" "$__safety_catch_line")
read_variables

answer=$(__safety_catch_ask "$port" "$knock" "$proof" "$token")
status=$?
case $answer in
  run | unknown) exit 0 ;;
  '' | *[!0-9]*) exit $((status ? status : 126)) ;;
  *) exit "$answer" ;;
esac
