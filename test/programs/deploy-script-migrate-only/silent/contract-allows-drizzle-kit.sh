<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Mutation contract

## Allowed mutation scripts

- `scripts/deploy.sh`: runs `drizzle-kit migrate`

## Allowed tables

- `items`: name
# file: scripts/deploy.sh
#!/bin/sh
set -e
pnpm drizzle-kit migrate --config drizzle.config.ts
