/** Parsers are loaded when there is SQL that may change something, and each only when the ones before it gave up. */
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { tablesOfSql } from '../../../src/analysis/database/sql.ts'

/** Files of parsers that this process has loaded. */
function loaded(): readonly string[] {
  return Object.keys(createRequire(import.meta.url).cache).flatMap(file => /(?:pgsql-ast-parser|node-sql-parser\/build)\/(\w+)\.js$/.exec(file.replaceAll('\\', '/'))?.[1] ?? [])
}

test('parsers are loaded one by one, when they are needed', () => {
  tablesOfSql('SELECT * FROM users; CREATE TABLE t (id int); GRANT ALL ON t TO app')
  const byQueries = loaded()
  tablesOfSql('DELETE FROM users WHERE id = $1')
  const byPostgres = loaded()
  tablesOfSql('DELETE u FROM users u JOIN visits v ON v.user_id = u.id')

  expect(byQueries).toEqual([])
  expect(byPostgres).toEqual(['index'])
  expect(loaded()).toEqual(['index', 'mysql'])
})
