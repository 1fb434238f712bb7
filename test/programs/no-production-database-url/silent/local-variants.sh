# file: scripts/dev.sh
#!/bin/sh
export DATABASE_URL="postgres://postgres@[::1]:5432/app_production"
export PGHOST=/var/run/postgresql
export MONGO_URL=mongodb://0.0.0.0:27017/prod
psql postgres://postgres@db.localhost/app
