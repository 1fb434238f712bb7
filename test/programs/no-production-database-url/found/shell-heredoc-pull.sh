# file: scripts/pull-data.sh
#!/usr/bin/env bash
set -euo pipefail
pg_dump "$PROD_DATABASE_URL" --data-only > /tmp/data.sql # expect: no-production-database-url
psql "$DATABASE_URL" < /tmp/data.sql
