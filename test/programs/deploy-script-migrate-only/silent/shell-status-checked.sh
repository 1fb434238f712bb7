# settings: {"deployScripts": ["scripts/*"]}
#!/bin/sh
npx sequelize-cli db:migrate
status=$?
if [ "$status" -ne 0 ]; then
  echo "failed with $status" >&2
  exit "$status"
fi
