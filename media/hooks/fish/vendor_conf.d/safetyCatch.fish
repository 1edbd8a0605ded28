# Safety Catch for fish: tells the editor at each prompt which watched variables this shell exports.
# Nothing here may print, or change what the user's shell does.

set -q SAFETY_CATCH_CHANNEL SAFETY_CATCH_HOOKS SAFETY_CATCH_WATCH; or exit

# The ways in are of no use to what this shell starts.
set -gx XDG_DATA_DIRS (string replace -- "$SAFETY_CATCH_HOOKS:" '' "$XDG_DATA_DIRS")
if test "$ZDOTDIR" = "$SAFETY_CATCH_HOOKS/zsh"
    if test -n "$SAFETY_CATCH_ZDOTDIR"
        set -gx ZDOTDIR $SAFETY_CATCH_ZDOTDIR
    else
        set -e ZDOTDIR
    end
end
if string match -q '*SAFETY_CATCH_BASH*' -- "$PROMPT_COMMAND"
    set -e PROMPT_COMMAND
end
if string match -q '*/hooks/bash/task.bash' -- "$BASH_ENV"
    set -e BASH_ENV
    test -n "$SAFETY_CATCH_BASH_ENV"; and set -gx BASH_ENV $SAFETY_CATCH_BASH_ENV
end
test -n "$SAFETY_CATCH_SCRIPT_SHELL"; or set -e SAFETY_CATCH_SCRIPT_SHELL
set -e SAFETY_CATCH_BASH SAFETY_CATCH_BASH_ENV SAFETY_CATCH_ZDOTDIR
for name in SAFETY_CATCH_{DESTRUCTIVE,HOOKS,INERT,SELDOM,TELLING,TOOLS,WATCH}
    set -gu $name $$name
end

if not status is-interactive
    source $SAFETY_CATCH_HOOKS/fish/task.fish
    exit
end

# By this, what is started here can name the terminal that it belongs to.
set -gx SAFETY_CATCH_TERMINAL $fish_pid
source $SAFETY_CATCH_HOOKS/fish/tools.fish
set -gu SAFETY_CATCH_WATCH '^(?:'(string replace -a '*' '.*' -- $SAFETY_CATCH_WATCH)')$'

source $SAFETY_CATCH_HOOKS/fish/gate.fish
source $SAFETY_CATCH_HOOKS/fish/degraded.fish

# Where the editor listens: the file of this shell, or for its first prompt that of the window. Both hold "port knock proof token
# editor", and that of a shell the last verdict on it in a second line.
function __safety_catch_find_editor
    for file in (string replace -r '[^/]*$' $fish_pid -- $SAFETY_CATCH_CHANNEL) $SAFETY_CATCH_CHANNEL
        if test -f $file -a -O $file
            read --local --line address verdict <$file
            test -n "$address"
            and printf '%s\n' $address $verdict
            and return
        end
    end
    return 1
end

# The editor colours the terminal and says so beside it. If it died, the terminal gets its own colours back here.
function __safety_catch_put_back_colours
    set -l file (string replace -r '[^/]*$' $fish_pid.coloured -- $SAFETY_CATCH_CHANNEL)
    test -O $file; and read -l editor <$file; or return
    __safety_catch_is_alive $editor; and return
    printf '\e]111\a\e]110\a'
    echo -n >$file
end

function __safety_catch_is_alive
    if test -d /proc/self
        test -d /proc/$argv[1]
    else
        command kill -0 $argv[1] 2>/dev/null
    end
end

# fish has no sockets: another program takes the report, by its input so that no value is ever an argument.
function __safety_catch_send
    set -l deliver node $SAFETY_CATCH_HOOKS/fish/deliver.mjs
    command -q bash; and set deliver bash --norc --noprofile $SAFETY_CATCH_HOOKS/fish/deliver.bash
    begin
        echo $argv[1..2]
        printf '%s\0' $argv[3..] ''
    end | BASH_ENV= command $deliver >/dev/null 2>&1
end

# Starts at the first prompt or, where VS Code's integration comes in, just before that one looks at the shell: late enough
# to run behind the handlers of config.fish, so that what direnv and the like set at a prompt is seen at that prompt.
function __safety_catch_start --on-event fish_prompt --on-variable VSCODE_SHELL_INTEGRATION
    functions -e __safety_catch_start
    function __safety_catch_prompt --on-event fish_prompt
        set -l word report
        test "$argv[1]" = refused; and set word refused
        __safety_catch_put_back_colours
        __safety_catch_bind
        set -l fields fish $fish_pid $PWD
        for name in (set -nx | string match -r -- $SAFETY_CATCH_WATCH)
            set -a fields "$name=$$name"
        end
        set -l editor (__safety_catch_find_editor); or return
        __safety_catch_tell_degraded $editor
        set -l report (string escape -- $editor[1] $fields | string join ' ')
        test $word = report -a "$report" = "$__safety_catch_reported"; and return
        __safety_catch_send $word $editor[1] $fields
        and set -g __safety_catch_reported $report
    end
    test "$argv[1]" = VARIABLE; or __safety_catch_prompt
end
