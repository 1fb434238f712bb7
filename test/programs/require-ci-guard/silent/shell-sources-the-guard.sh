#!/usr/bin/env bash
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/guard.sh"
npx prisma migrate deploy
# file: scripts/guard.sh
if [ "${CI:-}" != "true" ]; then
  echo "CI only" >&2
  exit 1
fi
