#!/bin/sh
psql "$DATABASE_URL" -v ON_ERROR_STOP=1 << 'SQL'
  SELECT 1;
SQL
psql "$DATABASE_URL" -c "UPDATE settings SET maintenance = true" # expect: no-unlisted-mutation-scripts
