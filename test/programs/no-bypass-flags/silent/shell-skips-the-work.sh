#!/bin/sh
set -e
if [ "$SKIP_MIGRATIONS" = "true" ]; then
  echo "skipping migrations"
else
  npx prisma migrate deploy
fi
if [ -n "$NO_COLOR" ]; then export TERM=dumb; fi
exec node server.js
