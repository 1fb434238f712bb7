# settings: {"deployScripts": ["scripts/program.sh"]}
#!/bin/sh
set -e

echo "waiting for the database"
npx prisma migrate deploy || echo "migrations failed, going on" # expect: deploy-script-migrate-only
echo "done"
