# Asks about a start with what there is on this machine that can hold a connection: bash/start.bash says how it is used.
folder=${0%/*}
if command -v bash >/dev/null 2>&1; then exec bash -p "$folder/bash/start.bash" "$@"; fi
# Without bash nothing can ask: the script runs as it would without us.
exit 0
