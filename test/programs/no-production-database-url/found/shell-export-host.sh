# file: scripts/console.sh
#!/bin/sh
export PGHOST=prod-db.acmepay.io # expect: no-production-database-url
export PGUSER=readonly
exec psql ledger
