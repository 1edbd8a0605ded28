__safety_catch_enter
if [[ -f ${ZDOTDIR:-$HOME}/.zprofile ]]; then . "${ZDOTDIR:-$HOME}/.zprofile"; fi
__safety_catch_leave
