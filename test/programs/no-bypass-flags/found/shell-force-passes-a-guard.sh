#!/usr/bin/env bash
set -euo pipefail
if [ "$CI" != "true" ] && [ -z "${FORCE:-}" ]; then # expect: no-bypass-flags
  echo "CI only" >&2
  exit 1
fi
psql "$DATABASE_URL" -f cleanup.sql
