#!/usr/bin/env bash
case "$CI" in
  true|1) ;;
  *) echo "CI only" >&2; exit 1 ;;
esac
npx prisma migrate deploy
