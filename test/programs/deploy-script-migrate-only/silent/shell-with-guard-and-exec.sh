# settings: {"deployScripts": ["scripts/program.sh"]}
#!/usr/bin/env bash
set -Eeuo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

: "${DATABASE_URL:?DATABASE_URL is required}"
if [[ "${CI:-false}" != "true" ]]; then
  echo "deploys run in CI only" >&2
  exit 1
fi

echo "::group::migrate"
npx prisma migrate deploy
echo "::endgroup::"
