#!/usr/bin/env bash
if [ "$CI" != "true" ] && [ "$1" != "--force" ]; then
  exit 1
fi
psql "$DATABASE_URL" -f seed.sql # expect: require-ci-guard
