import { rows } from './wipe'
import { Pool } from 'pg'
if (!process.env.CI) throw new Error('CI only')
await new Pool().query('DELETE FROM sessions WHERE id = ANY($1)', [rows])
// settings: {"scripts": ["scripts/program.ts"]}
// file: scripts/wipe.ts
import { Pool } from 'pg'
export const rows = [1, 2]
async function wipe() {
  await new Pool().query('DELETE FROM sessions')
}
if (import.meta.main) await wipe()
