# settings: {"deployScripts": ["scripts/*"]}
#!/usr/bin/env bash
set -euo pipefail
migrate() {
  pnpm prisma migrate reset --force # expect: deploy-script-migrate-only
}
migrate
