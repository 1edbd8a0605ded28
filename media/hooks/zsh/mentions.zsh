# What a line may mean beyond its own words: adds to __sc_fields the functions and variables of this shell that it names, and
# those that these name in turn. src/shells/gateProtocol.ts has the format. Aliases have been replaced.

__safety_catch_read_mentions() {
  local __sc_words_text=${1[1,65536]}
  __safety_catch_read_functions
  __safety_catch_read_variables
}

__safety_catch_read_functions() {
  local __sc_word __sc_body
  local -A __sc_seen
  local -a __sc_words=(${=${__sc_words_text//[;&|<>\(\)\`\"\'\{\}=\$\\]/ }})
  local -i __sc_index
  for (( __sc_index = 1; __sc_index <= $#__sc_words && __sc_index <= 500; __sc_index++ )); do
    __sc_word=$__sc_words[__sc_index]
    if (( $+__sc_seen[$__sc_word] || ! $+functions[$__sc_word] )); then continue; fi
    __sc_seen[$__sc_word]=1
    __sc_body=$functions[$__sc_word]
    if (( $#__sc_body > 16384 )); then continue; fi
    __sc_fields+="&$__sc_word=$__sc_word () {"$'\n'"$__sc_body"$'\n}\0'
    __sc_words_text+=" $__sc_body"
    __sc_words+=(${=${__sc_body//[;&|<>\(\)\`\"\'\{\}=\$\\]/ }})
  done
}

__safety_catch_read_variables() {
  local __sc_piece __sc_name
  local -A __sc_seen
  for __sc_piece in ${${(s:$:)__sc_words_text}[1,200]}; do
    __sc_name=${(M)${${__sc_piece##[\{^=~+#\!]#}##\([^\)]#\)}##[A-Za-z_][A-Za-z0-9_]#}
    if [[ -z $__sc_name ]] || (( $+__sc_seen[$__sc_name] || ! $+parameters[$__sc_name] )); then continue; fi
    __sc_seen[$__sc_name]=1
    # What is exported and watched is in the report part already.
    if [[ $parameters[$__sc_name] == scalar*export* && $__sc_name == (${~SAFETY_CATCH_WATCH}) ]]; then continue; fi
    __sc_fields+=\$$__sc_name=${${(P)__sc_name}[1,131072]}$'\0'
  done
}
