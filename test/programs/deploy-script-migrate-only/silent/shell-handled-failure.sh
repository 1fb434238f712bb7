# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
if ! npx prisma migrate deploy; then
  echo "migration failed" >&2
  exit 1
fi
echo "done"
