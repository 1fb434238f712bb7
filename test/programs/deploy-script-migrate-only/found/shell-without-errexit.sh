# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
echo "deploying"
npx prisma migrate deploy # expect: deploy-script-migrate-only
echo "deployed"
