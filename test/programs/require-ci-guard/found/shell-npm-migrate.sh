#!/bin/sh
set -e

if [ "$CI" != "true" ]; then
  echo "WARNING: you are not in CI"
  printf "Continue? [y/N] "
  read -r answer
  [ "$answer" = "y" ] || exit 1
fi

npx prisma migrate deploy # expect: require-ci-guard
