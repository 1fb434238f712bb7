# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
set -eu
yarn workspace @acme/db prisma migrate deploy
yarn workspace @acme/db run seed # expect: deploy-script-migrate-only
