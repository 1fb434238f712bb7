#!/bin/bash
set -e
if [[ "$SKIP_LOGIN" != "true" && "$SKIP_LOGIN" != "false" ]]; then
  echo "SKIP_LOGIN must be true or false" >&2
  exit 1
fi
psql -f report.sql
