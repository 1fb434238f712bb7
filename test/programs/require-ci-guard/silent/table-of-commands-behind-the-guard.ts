import { Pool } from 'pg'
const pool = new Pool()
const commands: Record<string, () => Promise<unknown>> = {
  wipe: async () => pool.query('DELETE FROM sessions'),
  count: async () => pool.query('SELECT count(*) FROM sessions'),
}
if (!process.env.CI) process.exit(1)
await commands[process.argv[2] ?? 'count']?.()
