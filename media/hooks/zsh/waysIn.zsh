# Takes the ways in of the hooks out of the environment: what this shell starts has no use for them.

typeset -g +x SAFETY_CATCH_{BASH,BASH_ENV,DESTRUCTIVE,HOOKS,INERT,SELDOM,TELLING,TOOLS,WATCH,ZDOTDIR}
if [[ -z ${SAFETY_CATCH_SCRIPT_SHELL-} ]]; then unset SAFETY_CATCH_SCRIPT_SHELL; fi
if [[ ${XDG_DATA_DIRS-} == $SAFETY_CATCH_HOOKS:* ]]; then XDG_DATA_DIRS=${XDG_DATA_DIRS#*:}; fi
if [[ ${PROMPT_COMMAND-} == *SAFETY_CATCH_BASH* ]]; then unset PROMPT_COMMAND; fi
if [[ ${BASH_ENV-} == */hooks/bash/task.bash ]]; then
  if [[ -n ${SAFETY_CATCH_BASH_ENV-} ]]; then BASH_ENV=$SAFETY_CATCH_BASH_ENV; else unset BASH_ENV; fi
fi
