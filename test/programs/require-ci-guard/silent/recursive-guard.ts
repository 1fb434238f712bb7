import { Pool } from 'pg'
function check(left: number): void {
  if (left > 0) return check(left - 1)
  if (!process.env.CI) throw new Error('CI only')
}
check(3)
await new Pool().query('DELETE FROM sessions')
