__safety_catch_enter
if [[ -f ${ZDOTDIR:-$HOME}/.zprofile ]]; then . "${ZDOTDIR:-$HOME}/.zprofile"; fi
if [[ -o interactive ]]; then __safety_catch_leave; else __safety_catch_begin task.zsh; fi
