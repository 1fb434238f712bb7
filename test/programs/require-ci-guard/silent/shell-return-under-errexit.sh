#!/usr/bin/env bash
set -euo pipefail
require_ci() {
  if [[ "${CI:-}" != "true" ]]; then
    echo "CI only" >&2
    return 1
  fi
}
require_ci
psql "$DATABASE_URL" -f seed.sql
