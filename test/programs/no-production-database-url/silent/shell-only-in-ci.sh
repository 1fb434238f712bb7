#!/usr/bin/env bash
set -euo pipefail
if [ "$CI" != "true" ]; then
  echo "only in CI" >&2
  exit 1
fi
DATABASE_URL="$PROD_DATABASE_URL" npx prisma migrate deploy
