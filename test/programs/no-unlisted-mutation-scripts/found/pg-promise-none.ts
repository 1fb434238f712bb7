import pgPromise from 'pg-promise'
const pgp = pgPromise()
const db = pgp(process.env.DATABASE_URL!)
await db.none('DELETE FROM sessions WHERE expires < now()') // expect: no-unlisted-mutation-scripts
