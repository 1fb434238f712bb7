#!/bin/sh
set -eu

case "${CI:-}" in
  true|1) ;;
  *)
    echo "only CI may migrate" >&2
    exit 1
    ;;
esac

npx prisma migrate deploy
