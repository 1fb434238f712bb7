#!/usr/bin/env bash
bash lib/assert-ci.sh || exit 1
npx prisma migrate deploy
# file: lib/assert-ci.sh
[ "$CI" = "true" ] || exit 1
