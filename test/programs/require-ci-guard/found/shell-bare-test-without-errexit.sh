#!/usr/bin/env bash
[ "$GITHUB_ACTIONS" = "true" ]
psql "$DATABASE_URL" -f seed.sql # expect: require-ci-guard
