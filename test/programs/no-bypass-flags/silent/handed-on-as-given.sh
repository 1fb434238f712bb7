#!/bin/bash
set -euo pipefail
GUARD_OVERRIDE="${GUARD_OVERRIDE:-0}" SKIP_GUARD="${SKIP_GUARD:-0}" bash scripts/check-migrations.sh
