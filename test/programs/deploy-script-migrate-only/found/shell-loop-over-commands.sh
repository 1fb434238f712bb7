# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
for step in deploy; do
  npx prisma migrate "$step" # expect: deploy-script-migrate-only
done
npm run cache:flush # expect: deploy-script-migrate-only
