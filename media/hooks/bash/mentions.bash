# What a line may mean beyond its own words: adds to __safety_catch_fields the aliases, functions and variables of this shell
# that it names, and those that these name in turn. src/shells/gateProtocol.ts has the format. No file name is to be expanded here.

__safety_catch_read_mentions() {
  builtin local __sc_text="${__safety_catch_line:0:65536}"
  __safety_catch_read_commands
  __safety_catch_read_variables
}

__safety_catch_read_commands() {
  builtin local IFS=$' \t\n;&|<>()`"\'{}=$\\' __sc_word __sc_field __sc_seen=' '
  builtin local -a __sc_words
  builtin local -i __sc_index
  __sc_words=($__sc_text)
  for ((__sc_index = 0; __sc_index < ${#__sc_words[@]} && __sc_index < 500; __sc_index++)); do
    __sc_word=${__sc_words[__sc_index]}
    if [[ $__sc_word == ['@*'] || $__sc_seen == *" $__sc_word "* ]]; then builtin continue; fi
    __sc_seen+="$__sc_word "
    if [[ -n $__sc_word && -n ${BASH_ALIASES[$__sc_word]+known} ]]; then
      __sc_field="@$__sc_word=${BASH_ALIASES[$__sc_word]}"
    elif builtin declare -F -- "$__sc_word" >/dev/null; then
      __sc_field="&$__sc_word=$(builtin declare -f -- "$__sc_word")"
    else
      builtin continue
    fi
    if ((${#__sc_field} > 16384)); then builtin continue; fi
    __safety_catch_fields+=("$__sc_field")
    __sc_text+=" ${__sc_field#*=}" __sc_words+=(${__sc_field#*=})
  done
}

__safety_catch_read_variables() {
  builtin local __sc_name __sc_seen=' '
  builtin local -i __sc_count=0
  while ((__sc_count++ < 50)) && [[ $__sc_text =~ \$\{?[#!]?([A-Za-z_][A-Za-z0-9_]*) ]]; do
    __sc_name=${BASH_REMATCH[1]} __sc_text=${__sc_text#*"${BASH_REMATCH[0]}"}
    if [[ -z ${!__sc_name+known} || $__sc_seen == *" $__sc_name "* ]]; then builtin continue; fi
    __sc_seen+="$__sc_name "
    # What is exported and watched is in the report part already.
    if [[ ${!__sc_name@a} == *x* && $__sc_name == @($SAFETY_CATCH_WATCH) ]]; then builtin continue; fi
    __safety_catch_fields+=("\$$__sc_name=${!__sc_name:0:131072}")
  done
}
