import { runInCi } from '../lib/run'
import { Pool } from 'pg'
async function main() {
  await new Pool().query('DELETE FROM sessions')
}
runInCi(main)
// file: lib/run.ts
export function runInCi(main: () => Promise<void>) {
  if (!process.env.CI) {
    console.error('CI only')
    process.exit(1)
  }
  main().catch((error) => {
    console.error(error)
    process.exit(1)
  })
}
