import { PgDialect } from 'drizzle-orm/pg-core'
import { sql } from 'drizzle-orm'
console.log(new PgDialect().sqlToQuery(sql`DELETE FROM users`))
