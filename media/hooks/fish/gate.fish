# Safety Catch for fish: has each line decided when Enter is pressed on it, as fish gives no line up that it has begun.
# Locals are called `__sc_…` here: what they hide of the user's shell cannot be told to the editor.

function __safety_catch_enter
    # fish asks for more itself where a line is not whole, and says what is wrong with it.
    if commandline --is-valid
        set -l __sc_line (commandline -b | string collect)
        __safety_catch_ask
        switch $status
            case 0
            case 10
                # Something has been shown: the line is drawn again below it.
                commandline -f repaint
            case '*'
                __safety_catch_refuse
                return
        end
    end
    set -l __sc_bound __safety_catch_bound_$fish_bind_mode
    for __sc_command in $$__sc_bound
        if contains -- $__sc_command (bind --function-names)
            commandline -f $__sc_command
        else
            eval $__sc_command
        end
    end
end

# Enter in each mode, and Ctrl+J. What was bound to them is done in the end.
function __safety_catch_bind
    set -l keys \r \n
    string match -rq '^[4-9]' -- $version; and set keys enter ctrl-j
    for mode in default insert replace
        for key in $keys
            set -l found (bind --user -M $mode $key 2>/dev/null | string collect)
            string match -q '*__safety_catch_enter*' -- $found; and continue
            test -n "$found"; or set found (bind --preset -M $mode $key 2>/dev/null | string collect)
            set -l next
            set -l commands execute
            if echo $found | read --local --array --tokenize words
                argparse -i 's/silent' preset user 'M/mode=' 'm/sets-mode=' -- $words[2..]
                and test (count $argv) -gt 1
                and set commands $argv[2..]
                set next $_flag_m
            end
            set -g __safety_catch_bound_$mode $commands
            bind -M $mode -m (test -n "$next"; and echo $next; or echo $mode) $key __safety_catch_enter
        end
    end
end

# Answers with 0 where the line may run, with 10 where it may and something has been shown, else with the status of a refusal.
function __safety_catch_ask --no-scope-shadowing
    __safety_catch_is_inert; and return 0
    set -l __sc_editor (__safety_catch_find_editor); or return 0
    set -l __sc_client node $SAFETY_CATCH_HOOKS/fish/ask.mjs
    command -q bash; and set __sc_client bash --norc --noprofile $SAFETY_CATCH_HOOKS/fish/ask.bash
    # An update of the extension takes its old files away from under the terminals that are open.
    command -q $__sc_client[1]; and test -r $__sc_client[-1]; or return 0
    set -l __sc_fields line fish $fish_pid $PWD $__sc_line
    for __sc_name in (set -nx | string match -r -- $SAFETY_CATCH_WATCH)
        set -a __sc_fields "$__sc_name=$$__sc_name"
    end
    __safety_catch_read_mentions
    # What VS Code's own integration would say as the line begins: agents read what is told behind it.
    set -l __sc_mark
    functions -q __vsc_cmd_executed; and set __sc_mark (__vsc_cmd_executed $__sc_line | string collect)
    printf '%s\0' "$__sc_editor[1]" "$__sc_editor[2]" "$__sc_mark" $__sc_fields '' |
        BASH_ENV= SAFETY_CATCH_DESTRUCTIVE=$SAFETY_CATCH_DESTRUCTIVE command $__sc_client
end

# One command, whose first word is without interest, or has none in a line as plain as this, and stands for nothing else. What
# is quoted or a pattern may spell anything.
function __safety_catch_is_inert --no-scope-shadowing
    string match -rq -- '^\s*(?:'$SAFETY_CATCH_INERT')(?:[ \t][^;&|<>$()\n]*)?$' $__sc_line
    or string match -rq -- '^\s*(?:'$SAFETY_CATCH_SELDOM')(?:[ \t](?!.*(?:'$SAFETY_CATCH_TELLING'))[^;&|<>$()\n\'"\\\\{*?]*)?$' $__sc_line
    or return
    set -l __sc_words (string split -n ' ' -- $__sc_line)
    not abbr --query -- $__sc_words[1] $__sc_words[-1]
    and not __safety_catch_is_own $__sc_words[1]
end

# Whether a function is the user's, and none that comes with fish.
function __safety_catch_is_own
    functions -q -- $argv[1]
    and not string match -rq -- '^(?:embedded:|'(string escape --style=regex -- $__fish_data_dir)'/)' (functions --details -- $argv[1])
end

# What the line may mean beyond its own words: the abbreviations, functions and variables that it names, and those that these
# name in turn. src/shells/gateProtocol.ts has the format.
function __safety_catch_read_mentions --no-scope-shadowing
    set -l __sc_text (string sub -l 65536 -- $__sc_line | string collect)
    set -l __sc_seen
    set -l __sc_queue (string match -ar '[^\s;&|<>()"\'{}=$]+' -- $__sc_text)
    while test (count $__sc_queue) -gt 0 -a (count $__sc_seen) -lt 200
        set -l __sc_word $__sc_queue[1]
        set -e __sc_queue[1]
        contains -- $__sc_word $__sc_seen; and continue
        set -a __sc_seen $__sc_word
        set -l __sc_meaning
        if abbr --query -- $__sc_word
            set __sc_meaning (abbr --show | string match -rg -- '^abbr -a .*?-- '(string escape -- $__sc_word | string escape --style=regex)' (.*)' | string unescape | string collect)
            set -a __sc_fields "@$__sc_word=$__sc_meaning"
        else if __safety_catch_is_own $__sc_word
            set __sc_meaning (functions --no-details -- $__sc_word | string match -rv '^(?:function .*|end|#.*)$' | string collect)
            test (string length -- "$__sc_meaning") -gt 16384; and continue
            set -a __sc_fields "&$__sc_word=$__sc_word () {"\n"$__sc_meaning"\n'}'
        else
            continue
        end
        set -a __sc_text $__sc_meaning
        set -a __sc_queue (string match -ar '[^\s;&|<>()"\'{}=$]+' -- $__sc_meaning)
    end
    for __sc_name in (string match -arg '\$+\{?([A-Za-z_]\w*)' -- $__sc_text)[1..50]
        set -q $__sc_name; and not contains -- "\$$__sc_name" $__sc_seen; or continue
        set -a __sc_seen "\$$__sc_name"
        # What is exported and watched is in the report part already.
        set -qx $__sc_name; and string match -rq -- $SAFETY_CATCH_WATCH $__sc_name; and continue
        set -a __sc_fields (string sub -l (math 131074 + (string length $__sc_name)) -- "\$$__sc_name=$$__sc_name" | string collect)
    end
end

# The line goes to where Up finds it.
function __safety_catch_refuse --no-scope-shadowing
    if functions -q __vsc_cmd_finished
        __safety_catch_return 130
        __vsc_cmd_finished
    end
    __safety_catch_remember
    commandline -r ''
    commandline -f repaint
    __safety_catch_prompt refused
end

function __safety_catch_return
    return $argv[1]
end

# As fish would have: nothing in private mode, and no line that begins with a blank.
function __safety_catch_remember --no-scope-shadowing
    set -l __sc_session fish
    set -q fish_history; and set __sc_session $fish_history
    set -q fish_private_mode; and return
    test -n "$__sc_session"; and not string match -q ' *' -- $__sc_line; or return
    if string match -rq '^[4-9]' -- $version
        builtin history append -- $__sc_line
        return
    end
    # Before fish 4 only the file takes a line that has not run.
    builtin history save
    set -l __sc_file $__fish_user_data_dir/{$__sc_session}_history
    test -e $__sc_file; or command install -m 600 /dev/null $__sc_file
    test -w $__sc_file; and command -q date; or return
    set -l __sc_text (string replace -a \\ \\\\ -- $__sc_line | string join '\n')
    string join -- \n "- cmd: $__sc_text" '  when: '(command date +%s) >>$__sc_file
    builtin history merge
end
