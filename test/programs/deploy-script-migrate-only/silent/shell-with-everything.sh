# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."

die() { echo "$1" >&2; exit 1; }
[ "${CI:-}" = "true" ] || die "CI only"
: "${DATABASE_URL:?}"
if [ -n "${DEBUG:-}" ]; then set -x; fi
echo "deploying $(git rev-parse --short HEAD)"
npx prisma migrate deploy
npx prisma migrate status
echo "done"
