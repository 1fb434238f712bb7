# file: scripts/reset-local.sh
#!/usr/bin/env bash
set -euo pipefail
case "$DATABASE_URL" in
  *prod-db.acmepay.io*) echo "that is production" >&2; exit 1 ;;
esac
if [ "$DATABASE_URL" = "${PROD_DATABASE_URL:-}" ]; then exit 1; fi
psql "$DATABASE_URL" -f schema.sql
