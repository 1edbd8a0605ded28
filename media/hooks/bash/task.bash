# Safety Catch for a bash that is started to run one line, as VS Code starts one for a task: asks the editor before it runs.
# BASH_ENV names this file. Of what such a shell starts nothing is asked again: that is what the answer was about.

builtin . "${BASH_SOURCE[0]%/*}/waysIn.bash"
builtin unset PROMPT_COMMAND
builtin . "${BASH_SOURCE[0]%/*}/tools.bash"

# What the user's own BASH_ENV names comes first: it may set variables that decide. bash expands the value like this.
if [[ -n ${BASH_ENV-} ]]; then
  builtin eval "__safety_catch_file=\"${BASH_ENV//\"/\\\"}\""
  if [[ -r $__safety_catch_file ]]; then builtin . "$__safety_catch_file"; fi
  builtin unset __safety_catch_file
fi

# /etc/profile may have set another PATH.
__safety_catch_lead_path

# A script has no such text: it was named on a line that has been asked about.
if [[ -n ${BASH_EXECUTION_STRING-} && -f ${SAFETY_CATCH_CHANNEL-} && -r ${SAFETY_CATCH_HOOKS-}/bash/start.bash ]]; then
  # By this the editor knows a task's programs as its own.
  builtin export SAFETY_CATCH_TERMINAL=$$
  __safety_catch_settings=$(
    builtin export SAFETY_CATCH_WATCH SAFETY_CATCH_DESTRUCTIVE
    "$BASH" -p "$SAFETY_CATCH_HOOKS/bash/start.bash" task bash "$BASH_EXECUTION_STRING" </dev/null
  ) || builtin exit
  builtin eval "$__safety_catch_settings"
  builtin unset __safety_catch_settings
fi
