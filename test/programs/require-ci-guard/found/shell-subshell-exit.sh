#!/usr/bin/env bash
( [ "$CI" = "true" ] || exit 1 )
psql "$DATABASE_URL" -f seed.sql # expect: require-ci-guard
