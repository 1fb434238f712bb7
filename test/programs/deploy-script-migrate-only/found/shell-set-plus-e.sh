# settings: {"deployScripts": ["scripts/*"]}
#!/bin/bash
set -e
[ "$CI" = "true" ] || exit 1
set +e # expect: deploy-script-migrate-only
npx prisma migrate deploy
echo "done"
