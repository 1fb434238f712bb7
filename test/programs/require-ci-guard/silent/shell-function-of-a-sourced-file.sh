#!/bin/sh
set -e
ROOT=$(cd "$(dirname "$0")/.." && pwd)
. "$ROOT/lib/guard.sh"
require_ci
psql "$DATABASE_URL" -f migrate.sql
# file: lib/guard.sh
die() { echo "$1" >&2; exit 1; }
require_ci() {
  [ "$CI" = "true" ] || die "CI only"
}
