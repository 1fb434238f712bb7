#!/usr/bin/env bash
# psql "$DATABASE_URL" -c "DELETE FROM users"
set -e
psql "$DATABASE_URL" -c "SELECT count(*) FROM users"
echo "now run: npx prisma migrate deploy"
pg_dump "$DATABASE_URL" > backup.sql
psql --version
