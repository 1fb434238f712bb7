import { Pool } from 'pg'
const pool = new Pool()
const commands: Record<string, () => Promise<unknown>> = {
  wipe: async () => pool.query('DELETE FROM sessions'), // expect: require-ci-guard
}
await commands[process.argv[2] ?? 'wipe']()
