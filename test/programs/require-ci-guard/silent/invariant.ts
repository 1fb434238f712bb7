import invariant from 'tiny-invariant'
import { Pool } from 'pg'
invariant(process.env.CI, 'CI only')
await new Pool().query('DELETE FROM sessions')
