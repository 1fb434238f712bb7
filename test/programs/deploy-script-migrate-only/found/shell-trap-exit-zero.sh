# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -e
npx prisma migrate deploy || { echo "already applied"; exit 0; } # expect: deploy-script-migrate-only
