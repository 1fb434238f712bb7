#!/usr/bin/env bash
set -euo pipefail
echo "deploying"
npx prisma migrate deploy # expect: require-ci-guard
psql "$DATABASE_URL" -f seed.sql
