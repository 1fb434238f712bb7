#!/usr/bin/env bash
[ "$CI" = "true" ] || exit 1
npx prisma migrate deploy
