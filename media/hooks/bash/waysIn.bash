# Takes the ways in of the hooks out of the environment: what this shell starts has no use for them. For bash from 3.2 on.

# VS Code exports PROMPT_COMMAND when it prepends to it; child shells would then call functions that they do not have.
builtin export -n PROMPT_COMMAND SAFETY_CATCH_BASH SAFETY_CATCH_BASH_ENV SAFETY_CATCH_DESTRUCTIVE SAFETY_CATCH_HOOKS \
  SAFETY_CATCH_INERT SAFETY_CATCH_SELDOM SAFETY_CATCH_TELLING SAFETY_CATCH_TOOLS SAFETY_CATCH_WATCH SAFETY_CATCH_ZDOTDIR
if [[ -z ${SAFETY_CATCH_SCRIPT_SHELL-} ]]; then builtin unset SAFETY_CATCH_SCRIPT_SHELL; fi

if [[ ${BASH_ENV-} == */hooks/bash/task.bash ]]; then
  if [[ -n ${SAFETY_CATCH_BASH_ENV-} ]]; then BASH_ENV=$SAFETY_CATCH_BASH_ENV; else builtin unset BASH_ENV; fi
fi
if [[ ${ZDOTDIR-} == "${SAFETY_CATCH_HOOKS-}/zsh" ]]; then
  if [[ -n ${SAFETY_CATCH_ZDOTDIR-} ]]; then ZDOTDIR=$SAFETY_CATCH_ZDOTDIR; else builtin unset ZDOTDIR; fi
fi
if [[ ${XDG_DATA_DIRS-} == "${SAFETY_CATCH_HOOKS-}:"* ]]; then XDG_DATA_DIRS=${XDG_DATA_DIRS#*:}; fi
