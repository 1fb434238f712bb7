import Database from 'better-sqlite3'
import { PGlite } from '@electric-sql/pglite'
const sqlite = new Database(':memory:')
sqlite.exec('CREATE TABLE t (id INTEGER)')
const lite = new PGlite()
await lite.exec('CREATE TABLE t (id INTEGER)')
await lite.query('INSERT INTO t VALUES (1)')
