# Asks about a start with what there is on this machine that can hold a connection: bash/start.bash says how it is used.
folder=${0%/*}
if command -v bash >/dev/null 2>&1; then exec bash -p "$folder/bash/start.bash" "$@"; fi
if command -v node >/dev/null 2>&1 && [ -r "$folder/start.mjs" ]; then exec node "$folder/start.mjs" "$@"; fi
# Without both nothing can ask: what starts runs as it would without us.
exit 0
