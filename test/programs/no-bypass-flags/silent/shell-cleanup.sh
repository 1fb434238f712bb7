#!/bin/bash
set -euo pipefail
trap 'kill "$PID" || true' EXIT
docker stop db || true
pkill -f server || true
rm -f .env.test || true
count=$(grep -c TODO src.txt || true)
npm test
