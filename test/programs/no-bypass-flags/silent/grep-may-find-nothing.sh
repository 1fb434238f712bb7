# file: scripts/count.sh
#!/usr/bin/env bash
set -euo pipefail
todos=$(grep -rc TODO src || true)
pkill -f dev-server || true
mkdir -p out || true
count=$(git diff --name-only | wc -l) || true
echo "$todos $count"
