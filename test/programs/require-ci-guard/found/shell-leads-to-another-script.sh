# settings: {"scripts": ["scripts/program.sh"]}
#!/usr/bin/env bash
set -e
bash scripts/restore.sh # expect: require-ci-guard
# file: scripts/restore.sh
#!/bin/sh
pg_restore -d "$DATABASE_URL" dump.bin
