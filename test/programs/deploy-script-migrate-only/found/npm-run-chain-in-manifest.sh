# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
set -e
npm run db:release # expect: deploy-script-migrate-only
# file: package.json
{ "name": "shop", "scripts": { "db:release": "prisma migrate deploy && tsx prisma/seed.ts" } }
