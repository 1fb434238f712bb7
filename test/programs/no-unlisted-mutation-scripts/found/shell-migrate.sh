#!/usr/bin/env bash
set -euo pipefail
echo "prisma migrate deploy follows"
npx prisma generate
npx prisma migrate deploy # expect: no-unlisted-mutation-scripts
