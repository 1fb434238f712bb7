# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
npx prisma migrate deploy || { echo failed; exit 1; }
