# At each prompt, given the address of the editor and the last verdict on this terminal: bash/degraded.bash has what such a shell
# does about lines.
function __safety_catch_tell_degraded
    set -l name (string match -rg '^(?:production|unknown) (.*)' -- $argv[2]); or return
    __safety_catch_is_alive (string split ' ' -- $argv[1])[-1]; and return
    set -l risk "PRODUCTION $name"
    string match -q 'unknown *' -- $argv[2]; and set risk "$name, and nobody knows what that is"
    echo "Safety Catch is degraded: the editor does not answer. This terminal would last have reached $risk."
end
