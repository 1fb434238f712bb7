# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
set -e
npx prisma migrate deploy | tee migrate.log # expect: deploy-script-migrate-only
