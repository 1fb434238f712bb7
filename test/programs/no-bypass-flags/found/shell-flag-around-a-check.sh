#!/usr/bin/env bash
set -e
if [[ $SKIP_VERIFY != true ]]; then # expect: no-bypass-flags
  ./scripts/verify-fingerprint.sh
fi
node scripts/sync.js --skip-checks # expect: no-bypass-flags
git commit -m "wip [skip ci]" # expect: no-bypass-flags
