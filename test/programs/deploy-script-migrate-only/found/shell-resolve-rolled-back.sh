# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
psql "$DATABASE_URL" -c 'delete from _prisma_migrations' # expect: deploy-script-migrate-only
pnpm exec prisma migrate deploy
