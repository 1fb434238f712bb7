# file: scripts/backup.test.sh
out=$(DATABASE_URL=postgres://u:p@db.prod.internal/app ./backup.sh --dry-run)
test "$out" = 'would back up app'
