import { enforceCi } from '../lib/guards'
import { Pool } from 'pg'
async function main(enforceCi = () => {}) {
  enforceCi()
  await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
}
void main()
export { enforceCi }
// file: lib/guards.ts
export function enforceCi() {
  if (process.env.CI !== 'true') throw new Error('CI only')
}
