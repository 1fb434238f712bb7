#!/usr/bin/env bash
./scripts/assert-ci.sh
npx prisma migrate deploy # expect: require-ci-guard
# file: scripts/assert-ci.sh
#!/bin/sh
[ "$CI" = "true" ] || exit 1
