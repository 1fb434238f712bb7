# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
npx prisma migrate deploy & # expect: deploy-script-migrate-only
echo started
