# file: scripts/deploy.sh
#!/usr/bin/env bash
set -euo pipefail
if [ "${CI:-}" != "true" ]; then
  echo "CI only" >&2
  exit 1
fi
if [ -n "${SKIP_GUARDS:-}" ]; then
  echo "SKIP_GUARDS is not supported any more" >&2
  exit 1
fi
npx prisma migrate deploy
