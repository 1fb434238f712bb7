#!/usr/bin/env bash
set -e
[ "$GITHUB_ACTIONS" = "true" ]
psql "$DATABASE_URL" -f seed.sql
