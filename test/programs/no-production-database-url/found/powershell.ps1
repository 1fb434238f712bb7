$env:DATABASE_URL = $env:PROD_DATABASE_URL # expect: no-production-database-url
npx prisma studio
