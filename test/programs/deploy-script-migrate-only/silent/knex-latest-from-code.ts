// settings: {"deployScripts": ["scripts/program.ts"]}
import knex from 'knex'
import config from '../knexfile'

const db = knex(config.production)

try {
  const [batch, applied] = await db.migrate.latest()
  console.log(applied.length === 0 ? 'already up to date' : `batch ${batch}: ${applied.join(', ')}`)
} finally {
  await db.destroy()
}
// file: knexfile.ts
export default { production: { client: 'pg', connection: process.env.DATABASE_URL, migrations: { directory: './migrations' } } }
