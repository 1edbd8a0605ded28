# bash keeps no line from Safety Catch, but for these: HISTCONTROL and HISTIGNORE can keep lines out of the history, which is where
# lines are read. From a prompt to the next they are kept in it, and then put out as the user has it.

# Takes out of both variables what would hide the next line.
__safety_catch_open_history() {
  builtin local __sc_control=
  __safety_catch_own_control=${HISTCONTROL-} __safety_catch_own_ignore=${HISTIGNORE-}
  case :$__safety_catch_own_control: in
    *:ignorespace:* | *:ignoreboth:*)
      if [[ :$__safety_catch_own_control: == *:ignore@(both|dups):* ]]; then __sc_control=ignoredups; fi
      if [[ :$__safety_catch_own_control: == *:erasedups:* ]]; then __sc_control+=${__sc_control:+:}erasedups; fi
      HISTCONTROL=$__sc_control
      ;;
  esac
  if [[ -n $__safety_catch_own_ignore ]]; then
    HISTIGNORE=
    if [[ :$__safety_catch_own_ignore: == *:\&:* ]]; then HISTIGNORE='&'; fi
  fi
  __safety_catch_lent_control=${HISTCONTROL-} __safety_catch_lent_ignore=${HISTIGNORE-}
  # What is empty now can be given back when PS0 is expanded, before the line runs: programs may inherit it.
  __safety_catch_give_back=
  if [[ -z $__safety_catch_lent_control && -n $__safety_catch_own_control ]]; then
    __safety_catch_give_back+='${__safety_catch_none[k${HISTCONTROL:=$__safety_catch_own_control}]-}'
  fi
  if [[ -z $__safety_catch_lent_ignore && -n $__safety_catch_own_ignore ]]; then
    __safety_catch_give_back+='${__safety_catch_none[k${HISTIGNORE:=$__safety_catch_own_ignore}]-}'
  fi
}

# Puts back what the line itself has not changed.
__safety_catch_close_history() {
  if [[ -z ${__safety_catch_lent_control+open} ]]; then builtin return; fi
  __safety_catch_forget_lines
  if [[ ${HISTCONTROL-} == "$__safety_catch_lent_control" && -n $__safety_catch_own_control ]]; then
    HISTCONTROL=$__safety_catch_own_control
  fi
  if [[ ${HISTIGNORE-} == "$__safety_catch_lent_ignore" && -n $__safety_catch_own_ignore ]]; then
    HISTIGNORE=$__safety_catch_own_ignore
  fi
  builtin unset __safety_catch_lent_control __safety_catch_lent_ignore
}

# Takes lines out that are in the history for Safety Catch's sake alone: one, or those of a paste.
__safety_catch_forget_lines() {
  builtin local __sc_entry= __sc_number
  builtin local -i __sc_at
  for ((__sc_at = __safety_catch_at; __sc_at > 0; __sc_at--)); do
    if ! __safety_catch_is_unwanted "${__safety_catch_lines[__sc_at]}"; then builtin continue; fi
    # A line may have changed the history itself.
    if [[ -z $__sc_entry ]]; then
      __sc_entry=$(HISTTIMEFORMAT= builtin history 1)
      if [[ ${__safety_catch_entries[__safety_catch_at]} != *"$__sc_entry" ]]; then builtin return; fi
    fi
    __sc_number=${__safety_catch_entries[__sc_at]#"${__safety_catch_entries[__sc_at]%%[0-9]*}"}
    builtin history -d "${__sc_number%%[!0-9]*}"
  done
}

__safety_catch_is_unwanted() {
  builtin local __sc_pattern IFS=:
  if [[ $1 == ' '* && :$__safety_catch_own_control: == *:ignore@(space|both):* ]]; then builtin return 0; fi
  for __sc_pattern in $__safety_catch_own_ignore; do
    if [[ $__sc_pattern != '&' && $1 == $__sc_pattern ]]; then builtin return 0; fi
  done
  builtin return 1
}

# Leaves what `fc` would take from the history, and run, in __safety_catch_recalled; nothing where the line is no `fc`, or lists only.
__safety_catch_recall() {
  builtin local __sc_word __sc_old= __sc_new= __sc_first= __sc_last=
  builtin local -a __sc_words
  __safety_catch_recalled=
  __sc_words=($__safety_catch_line)
  if [[ -n ${BASH_ALIASES[${__sc_words[0]-_}]-} ]]; then __sc_words=(${BASH_ALIASES[${__sc_words[0]}]} "${__sc_words[@]:1}"); fi
  if [[ ${__sc_words[0]-} != fc ]]; then builtin return; fi
  for __sc_word in "${__sc_words[@]:1}"; do
    __sc_word=${__sc_word//[\"\']/}
    case $__sc_word in
      -[0-9]* | [!-]*) if [[ $__sc_word == *=* ]]; then __sc_old=${__sc_word%%=*} __sc_new=${__sc_word#*=}
        elif [[ -z $__sc_first ]]; then __sc_first=$__sc_word; else __sc_last=$__sc_word; fi ;;
      -*l*) builtin return ;;
    esac
  done
  : "${__sc_first:=-1}" "${__sc_last:=$__sc_first}"
  __safety_catch_recalled=$(builtin fc -ln "$__sc_first" "$__sc_last")
  if [[ -n $__sc_old ]]; then __safety_catch_recalled=${__safety_catch_recalled//"$__sc_old"/"$__sc_new"}; fi
  __safety_catch_recalled=$'\n'$__safety_catch_recalled
}
