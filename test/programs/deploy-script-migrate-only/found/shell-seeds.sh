# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
npx prisma migrate deploy
npx prisma db seed # expect: deploy-script-migrate-only
exec node server.js # expect: deploy-script-migrate-only
