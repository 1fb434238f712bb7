# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
pg_dump "$DATABASE_URL" > backup.sql # expect: deploy-script-migrate-only
npx prisma migrate deploy
