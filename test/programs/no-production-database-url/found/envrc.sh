# file: .envrc
export DATABASE_URL="postgres://dev:dev@db.prod.tidal.app/tidal" # expect: no-production-database-url
