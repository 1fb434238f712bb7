if ($env:DATABASE_URL -eq $env:PROD_DATABASE_URL) {
  throw 'that is production'
}
npx prisma studio
