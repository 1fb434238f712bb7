#!/usr/bin/env bash
if [ "$CI" = "true" ]; then
  npx prisma migrate deploy
else
  echo "skipped"
fi
