import { Kysely, PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { UserRepository } from '../src/users/user-repository'
import type { Database } from '../src/types'

const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: process.env.DATABASE_URL }) }) })
const users = new UserRepository(db)

const inactive = await users.findInactiveSince(new Date('2023-01-01'))
for (const user of inactive) {
  await users.deactivate(user.id) // expect: no-unlisted-mutation-scripts
}
await db.destroy()
// file: src/users/user-repository.ts
import type { Kysely } from 'kysely'
import type { Database } from '../types'

export class UserRepository {
  constructor(private readonly db: Kysely<Database>) {}

  findInactiveSince(date: Date) {
    return this.db.selectFrom('users').select(['id']).where('last_seen_at', '<', date).execute()
  }

  async deactivate(id: string) {
    await this.db.updateTable('users').set({ active: false }).where('id', '=', id).execute()
  }
}
// file: src/types.ts
export interface Database { users: { id: string; active: boolean; last_seen_at: Date } }
