# settings: {"deployScripts": ["scripts/*"]}
#!/bin/bash
set -euo pipefail
npx prisma migrate deploy
psql "$DATABASE_URL" -c "update settings set version = 2" # expect: deploy-script-migrate-only
curl -X POST https://hooks.acme.io/deployed # expect: deploy-script-migrate-only
