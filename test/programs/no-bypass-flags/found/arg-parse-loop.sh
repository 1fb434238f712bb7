# file: scripts/migrate.sh
#!/usr/bin/env bash
set -euo pipefail
FORCE=0
for arg in "$@"; do
  case "$arg" in
    --force) FORCE=1 ;;
  esac
done
if [ "${CI:-}" != "true" ] && [ "$FORCE" != "1" ]; then # expect: no-bypass-flags
  echo "CI only" >&2
  exit 1
fi
npx prisma migrate deploy
