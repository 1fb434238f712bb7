import { cleanUp, missing } from '../lib'

missing.user.deleteMany()
await cleanUp() // expect: no-unlisted-mutation-scripts
// file: lib/index.ts
export * from './a'
export * from './b'
export * from './c'
export * from './d'
// file: lib/a.ts
export * from '.'
export * from './b'
export * from './c'
export * from './d'
// file: lib/b.ts
export * from '.'
export * from './a'
export * from './c'
export * from './d'
// file: lib/c.ts
export * from '.'
export * from './a'
export * from './b'
export * from './d'
// file: lib/d.ts
export * from '.'
export * from './a'
export * from './b'
export * from './c'
export * from './e'
// file: lib/e.ts
import { Pool } from 'pg'

export async function cleanUp() {
  await new Pool().query('DELETE FROM sessions')
}
