#!/usr/bin/env bash
set -euo pipefail

STAMP=$(date +%F)
pg_dump --format=custom "$PROD_DATABASE_URL" > "backup-$STAMP.dump" # expect: no-production-database-url
pg_restore --clean --no-owner -h localhost -d app_dev "backup-$STAMP.dump"
