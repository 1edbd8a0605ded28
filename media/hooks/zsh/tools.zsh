# Keeps the stand-ins for database tools first in PATH, as start-up files and activated environments put others in front, and
# takes them out while their folder is gone.
__safety_catch_lead_path() {
  builtin emulate -L zsh
  builtin setopt unset no_aliases no_xtrace no_err_exit no_err_return
  if [[ -z $SAFETY_CATCH_TOOLS || -z $PATH ]]; then return 0; fi
  local -a others
  others=("${(@)path:#$SAFETY_CATCH_TOOLS}")
  if [[ -d $SAFETY_CATCH_TOOLS ]]; then others=($SAFETY_CATCH_TOOLS "${(@)others}"); fi
  if [[ "${(j.:.)path}" != "${(j.:.)others}" ]]; then path=("${(@)others}"); fi
}
