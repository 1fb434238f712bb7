const production = process.env.PROD_DATABASE_URL
if (process.env.DATABASE_URL === production) {
  console.error('DATABASE_URL is the one of production')
  process.exit(1)
}
if (process.env.DATABASE_URL?.includes(process.env.PROD_DB_HOST ?? 'prod')) throw new Error('not here')
