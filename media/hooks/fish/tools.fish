# Keeps the stand-ins for database tools first in PATH, as start-up files and activated environments put others in front, and
# takes them out while their folder is gone.
function __safety_catch_lead_path --on-event fish_prompt
    test -n "$SAFETY_CATCH_TOOLS"; or return
    set -l folders
    test -d $SAFETY_CATCH_TOOLS; and set folders $SAFETY_CATCH_TOOLS
    for folder in $PATH
        test "$folder" = $SAFETY_CATCH_TOOLS; or set -a folders $folder
    end
    test "$folders" = "$PATH"; or set -gx PATH $folders
end
