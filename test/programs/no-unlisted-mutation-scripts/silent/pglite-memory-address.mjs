import { PGlite } from '@electric-sql/pglite'
const pg = await PGlite.create('memory://')
await pg.exec('insert into t values (1)')
