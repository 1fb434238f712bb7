# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
set -e
npx prisma migrate deploy || npx prisma db push --force-reset # expect: deploy-script-migrate-only
