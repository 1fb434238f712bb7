# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -o errexit -o nounset -o pipefail
export PRISMA_HIDE_UPDATE_MESSAGE=1
DATABASE_URL="$DIRECT_URL" timeout 600 npx --yes prisma@6 migrate deploy 2>&1 | tee migrate.log
