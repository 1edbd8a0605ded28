# What it takes to tell the editor something, at a prompt and at a start. For bash from 3.2 on.

# Leaves the names of all variables that may be watched in __sc_names: those start with a capital letter.
__safety_catch_list_names() {
  # "${!X@}" lists names without a fork.
  __sc_names="${!A@} ${!B@} ${!C@} ${!D@} ${!E@} ${!F@} ${!G@} ${!H@} ${!I@} ${!J@} ${!K@} ${!L@} ${!M@} "
  __sc_names+="${!N@} ${!O@} ${!P@} ${!Q@} ${!R@} ${!S@} ${!T@} ${!U@} ${!V@} ${!W@} ${!X@} ${!Y@} ${!Z@}"
}

# Where the editor listens: the file of this shell, or for its first prompt that of the window. Both hold "port knock proof token
# editor", and that of a shell the last verdict on it in a second line.
__safety_catch_find_editor() {
  builtin local __sc_file
  __safety_catch_address= __safety_catch_verdict=
  for __sc_file in "${SAFETY_CATCH_CHANNEL%/*}/$SAFETY_CATCH_TERMINAL" "$SAFETY_CATCH_CHANNEL"; do
    if [[ -f $__sc_file && -O $__sc_file ]]; then
      { builtin read -r __safety_catch_address && builtin read -r __safety_catch_verdict; } 2>/dev/null <"$__sc_file"
    fi
    if [[ -n $__safety_catch_address ]]; then builtin return 0; fi
  done
  builtin return 1
}
