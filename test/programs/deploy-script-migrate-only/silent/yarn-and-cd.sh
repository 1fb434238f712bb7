# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
set -eu
cd packages/db && yarn prisma migrate deploy
