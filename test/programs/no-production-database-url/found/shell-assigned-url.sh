#!/bin/sh
export DATABASE_URL="postgres://app:zz@prod-db.internal:5432/shop" # expect: no-production-database-url
npx prisma migrate deploy
