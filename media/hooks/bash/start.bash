# Asks the editor about what starts without being typed at a prompt. Ends with 0 where it is to run, and prints what its shell
# has to take up before, if anything; else it ends with the status to refuse it with.
# `bash -p start.bash task|script SHELL LINE`, or `… tool PROGRAM ARGUMENT…`, with the way in's variables for what counts.

for name in editor ask degraded; do . "${BASH_SOURCE[0]%/*}/$name.bash"; done

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

# This shell has set none of them itself, so they are all exported.
add_variables() {
  local __sc_names name
  shopt -s extglob
  __safety_catch_list_names
  for name in $__sc_names; do
    if [[ $name == @($SAFETY_CATCH_WATCH) ]]; then __safety_catch_fields+=("$name=${!name}"); fi
  done
}

# The variables that make it safe, for the shell that asks.
print_settings() {
  local setting value
  while IFS= read -r setting; do
    value="'${setting#*=}'"
    if [[ $1 == fish ]]; then echo "set -gx ${setting%%=*} $value"; else echo "export ${setting%%=*}=$value"; fi
  done
}

# The shell that the person types into, or the one that asks.
SAFETY_CATCH_TERMINAL=${SAFETY_CATCH_TERMINAL:-$PPID}
__safety_catch_find_editor || exit 0
if [[ $1 == tool ]]; then
  join_words "${@:2}"
  add_input
else
  __safety_catch_line=$3
fi
__safety_catch_fields=("$1" "$2" "$SAFETY_CATCH_TERMINAL" "$PWD" "$__safety_catch_line")
add_variables

__safety_catch_converse $__safety_catch_address
if [[ $__safety_catch_answer == unknown ]]; then
  __safety_catch_answer=run
  # Older ones cannot compare without regard to case.
  if ((BASH_VERSINFO[0] >= 4)); then __safety_catch_ask_alone; fi
fi
if [[ $__safety_catch_answer == run ]]; then
  if [[ -n $__safety_catch_set ]]; then print_settings "$2" <<<"${__safety_catch_set#?}"; fi
  exit 0
fi
if [[ -n $__safety_catch_text ]]; then __safety_catch_show "$__safety_catch_text"; fi
exit "$__safety_catch_answer"
