#!/usr/bin/env bash
set -e
migrate() {
  npx prisma migrate deploy # expect: require-ci-guard
}
migrate
[ "$CI" = "true" ] || exit 1
