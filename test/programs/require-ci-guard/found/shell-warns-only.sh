#!/usr/bin/env bash
if [ -z "$CI" ]; then
  echo "You should run this in CI"
fi
mysql "$DB" < seed.sql # expect: require-ci-guard
