#!/usr/bin/env bash
set -euo pipefail
. ./guard.sh
npx prisma migrate deploy # expect: require-ci-guard
# file: scripts/guard.sh
require_ci() {
  [ "$CI" = "true" ] || exit 1
}
