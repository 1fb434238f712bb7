#!/usr/bin/env bash
set -e
npx prisma migrate deploy # expect: require-ci-guard
source ./guard.sh
# file: scripts/guard.sh
[ "$CI" = "true" ] || exit 1
