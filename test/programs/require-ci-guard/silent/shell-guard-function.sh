#!/usr/bin/env bash
set -euo pipefail

die() {
  echo "error: $*" >&2
  exit 1
}

require_ci() {
  [[ "${GITHUB_ACTIONS:-}" == "true" ]] || die "run this through the 'maintenance' workflow"
}

main() {
  require_ci
  local count
  count=$(psql "$DATABASE_URL" -At -c "select count(*) from jobs where state = 'dead'")
  echo "dead jobs: $count"
  psql "$DATABASE_URL" -c "delete from jobs where state = 'dead'"
}

main "$@"
