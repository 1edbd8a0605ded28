# The last file of this folder that zsh reads: .zlogin and .zlogout are the user's own again.
__safety_catch_enter
# VS Code takes this folder for the user's, and presets the history file in it, as does /etc/zshrc on macOS.
if [[ -n ${USER_ZDOTDIR-} ]]; then USER_ZDOTDIR=${ZDOTDIR:-$HOME}; fi
if [[ ${HISTFILE-} == $__safety_catch_folder/* ]]; then HISTFILE=${ZDOTDIR:-$HOME}/.zsh_history; fi
if [[ -f ${ZDOTDIR:-$HOME}/.zshrc ]]; then . "${ZDOTDIR:-$HOME}/.zshrc"; fi
if [[ -n ${ZSH_EXECUTION_STRING-} ]]; then __safety_catch_begin task.zsh; else __safety_catch_begin hook.zsh; fi
