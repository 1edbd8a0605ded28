# Safety Catch for a fish that is started to run one line, as VS Code starts one for a task: asks the editor before it runs.
# Of what such a shell starts nothing is asked again: that is what the answer was about.

set -l words
if test -r /proc/$fish_pid/cmdline
    set words (string split0 </proc/$fish_pid/cmdline)
else
    # macOS tells the words in one line: all behind the first `-c` are taken for one, as they mostly are.
    set words (string match -r -g '^(\S+)(?: -\S+)*? (-\w*c) (.*)' -- (command ps -o args= -p $fish_pid | string collect))
end
argparse -is 'c/command=+' 'C/init-command=+' i/interactive l/login n/no-execute N/no-config P/private \
    'd/debug=' 'D/debug-stack-frames=' 'o/debug-output=' 'p/profile=' 'f/features=' -- $words[2..] 2>/dev/null
set -l line (string join \n -- $_flag_command | string collect)

# A script has no such text: it was named on a line that has been asked about.
if test -n "$line" -a -f "$SAFETY_CATCH_CHANNEL" -a -r $SAFETY_CATCH_HOOKS/start.sh
    # By this the editor knows a task's programs as its own.
    set -gx SAFETY_CATCH_TERMINAL $fish_pid
    set -l settings (SAFETY_CATCH_DESTRUCTIVE=$SAFETY_CATCH_DESTRUCTIVE SAFETY_CATCH_WATCH=$SAFETY_CATCH_WATCH \
        command sh $SAFETY_CATCH_HOOKS/start.sh task fish $line </dev/null)
    # `exit` would only end this file.
    or exec sh -c "exit $status"
    for setting in $settings
        eval $setting
    end
end
