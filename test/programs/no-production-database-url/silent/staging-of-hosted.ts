import { Pool } from 'pg'

export const pool = new Pool({ connectionString: 'postgres://ci:ci@staging-db.acmepay.io:5432/app', max: 2 })
export const preview = 'postgres://ci:ci@preview.db.acmepay.io/app'
export const nonprod = new Pool({ host: 'nonprod-pg.acmepay.io' })
