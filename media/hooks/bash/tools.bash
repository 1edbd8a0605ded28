# Keeps the stand-ins for database tools first in PATH, as start-up files and activated environments put others in front, and
# takes them out while their folder is gone. For bash from 3.2 on.
__safety_catch_lead_path() {
  builtin local __sc_tools=${SAFETY_CATCH_TOOLS-} __sc_path=:${PATH-}: __sc_name
  if [[ -z $__sc_tools || -z ${PATH-} ]]; then builtin return; fi
  # bash does not look again where it has found a program once, even if nothing is there any more.
  for __sc_name in "${!BASH_CMDS[@]}"; do
    if [[ ${BASH_CMDS[$__sc_name]} == "$__sc_tools"/* ]]; then builtin hash -d "$__sc_name"; fi
  done
  while [[ $__sc_path == *":$__sc_tools:"* ]]; do __sc_path=${__sc_path/":$__sc_tools:"/:}; done
  __sc_path=${__sc_path#:} __sc_path=${__sc_path%:}
  if [[ -d $__sc_tools ]]; then __sc_path=$__sc_tools:$__sc_path; fi
  # With each new value bash forgets where all programs are.
  if [[ $PATH != "$__sc_path" ]]; then PATH=$__sc_path; fi
}
