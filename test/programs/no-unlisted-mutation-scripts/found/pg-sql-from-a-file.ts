import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
const pool = new pg.Pool()
const sql = readFileSync(join(__dirname, 'fix.sql'), 'utf8')
await pool.query(sql) // expect: no-unlisted-mutation-scripts
// file: scripts/sql/unused.sql
SELECT 1;
// file: scripts/fix.sql
-- Orders without a state.
UPDATE orders SET state = 'new' WHERE state IS NULL; -- expect: no-unlisted-mutation-scripts
