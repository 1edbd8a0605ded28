# Safety Catch for a zsh that is started to run one line, as VS Code starts one for a task: asks the editor before it runs.
# Of what such a shell starts nothing is asked again: that is what the answer was about.

builtin source "$__safety_catch_folder/waysIn.zsh"
builtin source "$__safety_catch_folder/tools.zsh"
unset -f __safety_catch_enter __safety_catch_leave __safety_catch_begin

# /etc/zprofile of macOS puts the system's own folders first.
__safety_catch_lead_path

# A script has no such text: it was named on a line that has been asked about.
if [[ -n ${ZSH_EXECUTION_STRING-} && -f ${SAFETY_CATCH_CHANNEL-} && -r ${SAFETY_CATCH_HOOKS-}/start.sh ]]; then
  # By this the editor knows a task's programs as its own.
  typeset -gx SAFETY_CATCH_TERMINAL=$$
  __safety_catch_settings=$(
    builtin export SAFETY_CATCH_{DESTRUCTIVE,WATCH}
    command sh "$SAFETY_CATCH_HOOKS/start.sh" task zsh "$ZSH_EXECUTION_STRING" </dev/null
  ) || exit
  builtin eval "$__safety_catch_settings"
  unset __safety_catch_settings
fi
