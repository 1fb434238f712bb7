#!/usr/bin/env bash
set -euo pipefail
# copies the catalog
pg_dump "$PROD_DATABASE_URL" --table items > items.sql # expect: no-production-database-url
psql postgres://localhost/shop -f items.sql
