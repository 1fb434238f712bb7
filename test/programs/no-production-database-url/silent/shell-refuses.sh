#!/usr/bin/env bash
set -e
if [ -n "$PROD_DATABASE_URL" ]; then
  echo "PROD_DATABASE_URL must not be set here"
  exit 1
fi
case "$DATABASE_URL" in
  *db.prod.acmeshop.io*) exit 1 ;;
esac
psql "$DATABASE_URL" -c 'select 1'
