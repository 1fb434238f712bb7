# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
exec npx prisma migrate deploy
