# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "$0")/lib/log.sh"
log_info "environment: ${APP_ENV:-unknown}"
if ! npx prisma migrate deploy; then
  log_error "migration failed"
  exit 1
fi
log_info "ok"
# file: scripts/lib/log.sh
log_info() { echo "[info] $*"; }
log_error() { echo "[error] $*" >&2; }
