import { Pool } from 'pg'
function check(left: number): void {
  if (left > 0) return check(left - 1)
}
check(3)
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
