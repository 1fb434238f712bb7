#!/bin/sh
if [[ -z "${CI:-}" ]]; then
  echo "CI only" >&2
  exit 1
fi
psql "$DATABASE_URL" -f seed.sql
