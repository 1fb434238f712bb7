# settings: {"deployScripts": ["scripts/*"]}
$ErrorActionPreference = 'Stop'
npx prisma migrate deploy # expect: deploy-script-migrate-only
npx prisma db seed # expect: deploy-script-migrate-only
