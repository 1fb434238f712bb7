#!/bin/bash
set -e
if [[ "$FORCE_MODE" == "local" ]]; then exit 1; fi
if [[ ! "$OVERRIDE_MAJOR" =~ ^[0-9]+$ ]]; then
  echo "no number" >&2
  exit 1
fi
psql -f cleanup.sql
