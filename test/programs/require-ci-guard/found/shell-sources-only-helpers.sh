#!/usr/bin/env bash
set -euo pipefail
source ./log.sh
npx prisma migrate deploy # expect: require-ci-guard
# file: scripts/log.sh
log() { echo "$CI $*"; }
