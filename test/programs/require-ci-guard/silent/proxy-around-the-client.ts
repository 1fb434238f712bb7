import { Pool } from 'pg'
const pool = new Pool()
export const traced = new Proxy(pool, {
  get(target, property) {
    return () => target.query(`SELECT '${String(property)}'`)
  },
})
