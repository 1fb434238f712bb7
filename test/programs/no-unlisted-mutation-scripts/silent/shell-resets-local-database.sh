#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")/.."

docker compose up -d --wait db
dropdb -h localhost -p 5433 -U postgres --if-exists app_dev
createdb -h localhost -p 5433 -U postgres app_dev
psql -h localhost -p 5433 -U postgres -d app_dev -f db/structure.sql
echo "local database is ready"
