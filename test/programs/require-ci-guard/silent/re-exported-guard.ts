import { enforceCi } from '@/lib'
import { Pool } from 'pg'
enforceCi()
await new Pool().query('DELETE FROM sessions')
// file: src/lib/index.ts
export * from './names'
export * from './safety'
// file: src/lib/names.ts
export const name = 'x'
// file: src/lib/safety.ts
export const enforceCi = () => {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
