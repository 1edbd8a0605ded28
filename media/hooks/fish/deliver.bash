# Brings a report to the editor. Input: a line "report port knock proof token …", then the fields of the report.
IFS=' ' read -r word port knock proof token _ || exit

# In the background, so that a busy editor delays no prompt. A listener that cannot show the proof is a stranger on a port
# that the editor has left: it is told nothing.
deliver() {
  printf '%s\n' "$knock" >&3
  if read -r -t 10 shown <&3 && [[ $shown == "$proof" ]]; then
    printf '%s %s\n' "$token" "$word" >&3
    cat >&3
  fi
}

{ deliver <&0 & } 3<>"/dev/tcp/127.0.0.1/$port"
