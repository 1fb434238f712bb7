# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -Eeuo pipefail
trap 'echo "failed at line $LINENO" >&2' ERR
readonly ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$ROOT"
log() { printf '%s %s\n' "$(date -u +%FT%TZ)" "$*"; }
if [[ -z "${DATABASE_URL:-}" ]]; then
  log "DATABASE_URL is missing"
  exit 1
fi
log "migrating"
pnpm exec prisma migrate deploy --schema prisma/schema.prisma
log "done"
