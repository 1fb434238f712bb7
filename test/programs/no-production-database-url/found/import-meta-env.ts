import { createClient } from '@libsql/client'

export const client = createClient({ url: import.meta.env.PROD_DATABASE_URL }) // expect: no-production-database-url
