/** What SQL does to which tables and columns: `operation table(columns)`, `?` for a name that nobody knows. */
import { describe, expect, test } from 'vitest'
import { HOLE } from '../../../src/analysis/database/handle.ts'
import { tablesByParser } from '../../../src/analysis/database/sql-parsed.ts'
import { simplifiedSql } from '../../../src/analysis/database/sql-simplified.ts'
import { sqlStatements } from '../../../src/analysis/database/sql-tokens.ts'
import { tablesByWords } from '../../../src/analysis/database/sql-words.ts'
import { sqlEffect, tablesOfSql } from '../../../src/analysis/database/sql.ts'
import type { TouchedTable } from '../../../src/analysis/database/effect.ts'

type Case = readonly [name: string, sql: string, expected: readonly string[]]

function show({ name = '?', operation, columns }: TouchedTable): string {
  return `${operation} ${name}${columns === undefined ? '' : `(${columns.join(' ')})`}`
}

function parsed(sql: string): readonly (string | undefined)[] {
  return sqlStatements(sql).flatMap(statement => tablesByParser(statement)?.map(show) ?? [undefined])
}

function worded(sql: string): readonly string[] {
  return sqlStatements(sql).flatMap(({ tokens }) => tablesByWords(tokens)).map(show)
}

const PARSED: readonly Case[] = [
  ['WITH before UPDATE', 'WITH old AS (SELECT id FROM visits WHERE at < now()) UPDATE users SET seen = false, note = $1 FROM old WHERE users.id = old.id', ['update users(seen note)']],
  ['WITH that deletes and inserts', 'WITH gone AS (DELETE FROM events WHERE done RETURNING *) INSERT INTO archive (id, at) SELECT id, at FROM gone', ['delete events()', 'insert archive(id at)']],
  ['DELETE with RETURNING', 'DELETE FROM jobs WHERE id = $1 RETURNING id, payload', ['delete jobs()']],
  ['UPDATE with RETURNING', 'UPDATE jobs SET taken = now() WHERE id = :id RETURNING *', ['update jobs(taken)']],
  ['INSERT that updates on a conflict', 'INSERT INTO prices (sku, cents) VALUES ($1, $2) ON CONFLICT (sku) DO UPDATE SET cents = EXCLUDED.cents, changed = now()', ['upsert prices(sku cents changed)']],
  ['INSERT that ignores a conflict', 'INSERT INTO prices (sku) VALUES (?) ON CONFLICT DO NOTHING', ['upsert prices(sku)']],
  ['INSERT that updates on a duplicate key', 'INSERT INTO `prices` (`sku`, cents) VALUES (?, ?) ON DUPLICATE KEY UPDATE cents = VALUES(cents), changed = NOW()', ['upsert prices(sku cents changed)']],
  ['INSERT of one row by assignments', 'INSERT INTO prices SET sku = ?, cents = ?', ['insert prices(sku cents)']],
  ['INSERT that ignores', 'INSERT IGNORE INTO prices (sku) VALUES (?)', ['insert prices(sku)']],
  ['INSERT of a query', 'INSERT INTO prices (sku, cents) SELECT sku, cents FROM drafts WHERE ready', ['insert prices(sku cents)']],
  ['INSERT without columns', 'INSERT INTO prices SELECT * FROM drafts', ['insert prices']],
  ['INSERT with computed columns', `INSERT INTO prices (sku, ${HOLE}) VALUES (1, 2)`, ['insert prices']],
  ['REPLACE', 'REPLACE INTO prices (sku) VALUES (?)', ['insert prices(sku)']],
  ['UPDATE with FROM', 'UPDATE prices p SET cents = d.cents FROM drafts d WHERE d.sku = p.sku', ['update prices(cents)']],
  ['UPDATE of an alias', 'UPDATE p SET p.Cents = 1, Changed = @now FROM dbo.Prices p JOIN dbo.Drafts d ON d.Sku = p.Sku', ['update Prices(Cents Changed)']],
  ['UPDATE of joined tables', 'UPDATE prices p JOIN drafts AS d ON d.sku = p.sku SET p.cents = d.cents, p.changed = NOW(), d.used = 1', ['update prices(cents changed)', 'update drafts(used)']],
  ['UPDATE of joined tables by columns that name none', 'UPDATE prices p JOIN drafts d ON d.sku = p.sku SET cents = 1', ['update ?(cents)']],
  ['DELETE from joined tables', 'DELETE p, d FROM prices p INNER JOIN drafts d ON d.sku = p.sku WHERE p.cents = ?', ['delete prices()', 'delete drafts()']],
  ['DELETE of one table only', 'DELETE FROM ONLY prices WHERE id = 1', ['delete prices()']],
  ['DELETE of an alias', 'DELETE u FROM users u LEFT JOIN visits v ON v.user_id = u.id WHERE v.id IS NULL', ['delete users()']],
  ['TRUNCATE of several', 'TRUNCATE TABLE prices, shop.drafts RESTART IDENTITY CASCADE', ['truncate prices()', 'truncate drafts()']],
  ['names in quotes and schemas', 'UPDATE "shop"."Price List" SET "Cents" = 1, changed = now()', ['update Price List(Cents changed)']],
  ['names in brackets', 'INSERT INTO [shop].[Prices] ([Sku], Cents) VALUES (@sku, @cents)', ['insert Prices(Sku Cents)']],
  ['names as the code spells them', 'UPDATE Prices SET Cents = 1', ['update Prices(Cents)']],
  ['comments', '-- DELETE FROM users;\nDELETE /* FROM users */ FROM drafts -- ; UPDATE users\nWHERE id = 1', ['delete drafts()']],
  ['dollar quotes', 'UPDATE pages SET body = $md$ it\'s; DELETE FROM users $md$, title = $$x$$', ['update pages(body title)']],
  ['strings of PostgreSQL', 'UPDATE pages SET body = E\'it\\\'s\', raw = \'\\\' WHERE id = 1', ['update pages(body raw)']],
  ['casts to types of the user', 'UPDATE "Task" SET state = \'DONE\'::"TaskState", data = $1::jsonb WHERE id = ANY($2::uuid[])', ['update Task(state data)']],
  ['operators with question marks', "UPDATE pages SET hit = true WHERE data ? 'a'", ['update pages(hit)']],
  ['a computed value', `UPDATE pages SET title = ${HOLE} WHERE id = ${HOLE}`, ['update pages(title)']],
  ['a computed table', `DELETE FROM ${HOLE} WHERE id = 1`, ['delete ?()']],
  ['a table with a computed end', `DELETE FROM shop.prices_${HOLE} WHERE id = 1`, ['delete ?()']],
  ['rows that are locked', 'SELECT id FROM jobs ORDER BY id FOR UPDATE SKIP LOCKED', ['read jobs']],
]

/** Statements that no parser reads, or not as they are meant. */
const WORDED: readonly Case[] = [
  ['MERGE', 'MERGE INTO prices AS p USING drafts d ON d.sku = p.sku WHEN MATCHED AND d.gone THEN DELETE WHEN MATCHED THEN UPDATE SET cents = d.cents WHEN NOT MATCHED THEN INSERT (sku) VALUES (d.sku)', ['upsert prices', 'delete prices']],
  ['MERGE that only updates', 'MERGE [dbo].[Prices] AS [p] USING @rows AS [r] ON [p].[Id] = [r].[Id] WHEN MATCHED THEN UPDATE SET [p].[Cents] = 1', ['update Prices']],
  ['WITH before MERGE', 'WITH [d] AS (SELECT [Id] FROM [Drafts]) MERGE INTO [Prices] AS [p] USING [d] ON [p].[Id] = [d].[Id] WHEN NOT MATCHED THEN INSERT ([Id]) VALUES ([d].[Id])', ['insert Prices']],
  ['DELETE with USING', 'DELETE FROM prices USING drafts d WHERE d.sku = prices.sku', ['delete prices()']],
  ['DELETE of the alias of USING', 'DELETE FROM p USING prices AS p JOIN drafts d ON d.sku = p.sku', ['delete prices()']],
  ['DELETE without FROM', 'DELETE TOP (10) [dbo].[Prices] OUTPUT deleted.Id WHERE Id IN (SELECT Id FROM Drafts)', ['delete Prices()']],
  ['UPDATE with what SQL Server gives back', 'UPDATE p SET p.Cents = 1 OUTPUT inserted.Id INTO @ids FROM dbo.Prices AS p', ['update Prices(Cents)']],
  ['UPDATE of a tuple', 'UPDATE prices SET (sku, cents) = (SELECT 1, 2)', ['update prices']],
  ['UPDATE with computed assignments', `UPDATE prices SET cents = 1, ${HOLE} WHERE id = 1`, ['update prices']],
  ['UPDATE with a computed column', `UPDATE prices SET ${HOLE} = 1, THEN RETURN`, ['update prices']],
  ['UPDATE of joined tables', 'UPDATE prices p JOIN drafts d ON d.sku = p.sku SET p.cents = ... ', ['update ?(cents)']],
  ['UPDATE of what WITH names', 'WITH [cte] AS (SELECT TOP (5) * FROM [Prices]) UPDATE [cte] SET [Cents] = 1', ['update ?(Cents)']],
  ['a query and a change without a semicolon', 'WITH [cte] AS (SELECT 1 AS [n]) SELECT @n = [n] FROM [cte] UPDATE [Prices] SET [Cents] = @n', ['update Prices(Cents)']],
  ['a column that is called as a statement is', `WITH a AS (SELECT 1) UPDATE rights SET delete = true, update = false ${HOLE}`, ['update rights(delete update)']],
  ['INSERT with a computed rest', `INSERT INTO prices (sku, cents) VALUES ${HOLE} ON CONFLICT (sku) DO UPDATE SET changed = now()`, ['upsert prices(sku cents changed)']],
  ['INSERT with computed assignments', `INSERT INTO prices (sku) VALUES ${HOLE} ON CONFLICT (sku) DO UPDATE SET ${HOLE}`, ['upsert prices']],
  ['INSERT of computed all', `insert into prices ${HOLE}`, ['insert prices']],
  ['INSERT of a query in parentheses', `INSERT INTO prices (SELECT sku FROM drafts) ${HOLE}`, ['insert prices']],
  ['INSERT of defaults', 'INSERT INTO prices DEFAULT VALUES', ['insert prices']],
  ['INSERT with words that a grammar reserves', 'INSERT OR REPLACE INTO limits (key, period, count) VALUES (:key, :period, :count)', ['insert limits(key period count)']],
  ['DROP of several', 'DROP TABLE IF EXISTS shop.prices, drafts CASCADE', ['drop prices()', 'drop drafts()']],
  ['parameters of ClickHouse', 'DELETE FROM traces WHERE project_id = {projectId: String} AND id IN ({ids: Array(String)})', ['delete traces()']],
]

describe('tablesOfSql', () => {
  test.each(PARSED)('parses %s', (_name, sql, expected) => {
    expect(parsed(sql)).toEqual(expected)
    expect(tablesOfSql(sql).map(show)).toEqual(expected)
  })

  test.each(WORDED)('reads the words of %s', (_name, sql, expected) => {
    expect(worded(sql)).toEqual(expected)
    expect(tablesOfSql(sql).map(show)).toEqual(expected)
  })

  test.each<Case>([
    ['several statements', 'BEGIN; DELETE FROM a; UPDATE b SET c = 1; COMMIT', ['delete a()', 'update b(c)']],
    ['a semicolon in a string', "INSERT INTO a (b) VALUES ('; DELETE FROM users')", ['insert a(b)']],
    ['a query', 'SELECT u.id FROM shop.users u', ['read users']],
    ['a query with WITH', 'WITH a AS (SELECT 1) SELECT * FROM a', ['read a']],
    ['a temporary table', 'CREATE TEMP TABLE t (id int)', []],
    ['nothing', ' -- DELETE FROM a\n;;', []],
  ])('%s', (_name, sql, expected) => {
    expect(tablesOfSql(sql).map(show)).toEqual(expected)
  })
})

describe('simplifiedSql', () => {
  test.each([
    ['parameters', 'a = ? AND b = ?2 AND c = $1 AND d = :d AND e = @e', 'a = 1 AND b = 12 AND c = 1 AND d = 1 AND e = 1'],
    ['casts', 'a::text, b :: int, :c::uuid', 'a::text, b :: int, 1::uuid'],
    ['operators', "a ? 'b' OR a ?| c OR a ?& d", "a ? '1' OR a ?| c OR a ?& d"],
    ['strings', "'it''s', E'\\'', N'x', $$y$$, $t$z$t$, name'", "'1', '1', '1', '1', '1', name'1'"],
    ['comments', 'a/* x */b -- y\nc', 'a b c'],
  ])('%s', (_name, sql, expected) => {
    expect(sqlStatements(sql).map(simplifiedSql)).toEqual([expected])
  })
})

test('what a message shows of SQL is the statement that changes something', () => {
  expect(sqlEffect(`SELECT 1; DELETE\n  FROM ${HOLE} WHERE id = 1`)).toEqual({ kind: 'write', tables: tablesOfSql(`SELECT 1; DELETE FROM ${HOLE}`), detail: 'DELETE FROM … WHERE id = 1' })
})

/** Each would be slow, or overflow the stack, in a parser that tries all ways or that follows every level. */
describe('hostile SQL', () => {
  const repeated: readonly (readonly [string, string, string, string, string])[] = [
    ['parentheses', 'UPDATE t SET a = ', '(', '1', ')'],
    ['functions', 'UPDATE t SET a = ', 'f(', '1', ')'],
    ['CASE', 'UPDATE t SET a = ', 'CASE WHEN a THEN ', '1', ' END'],
    ['CASE in parentheses', 'UPDATE t SET a = ', 'CASE WHEN (a) THEN (', '1', ') END'],
    ['arrays', 'UPDATE t SET a = ', 'ARRAY[', '1', ']'],
    ['subqueries', 'DELETE FROM t WHERE a IN ', '(SELECT a FROM t WHERE a IN ', '(1)', ')'],
    ['WITH in WITH', '', 'WITH a AS (', 'DELETE FROM t', ') SELECT 1'],
    ['statements in parentheses', 'WITH a AS ', '(DELETE FROM t USING ', 'b', ')'],
    ['negations', 'DELETE FROM t WHERE ', 'NOT ', 'a', ''],
    ['signs', 'UPDATE t SET a = ', '- ', '1', ''],
    ['sums', 'UPDATE t SET a = ', '1+', '1', ''],
    ['joins', 'DELETE FROM t USING ', 'a JOIN ', 'b', ''],
    ['unions', 'INSERT INTO t ', 'SELECT 1 UNION ', 'SELECT 1', ''],
    ['assignments', 'UPDATE t SET ', 'a = 1, ', 'a = 1', ''],
    ['rows', 'INSERT INTO t VALUES ', '(1), ', '(1)', ''],
    ['question marks', 'DELETE FROM t WHERE a = ', '? ', '', ''],
    ['dollars', 'DELETE FROM t WHERE a = ', '$a', '', ''],
  ]

  test.each(repeated)('%s', (_name, before, open, middle, close) => {
    for (const length of [1000, 5000, 500_000]) {
      const times = Math.floor((length - before.length - middle.length) / (open.length + close.length))
      // Closed, and never closed.
      for (const end of [close.repeat(times), '']) {
        expect(tablesOfSql(before + open.repeat(times) + middle + end).map(({ name }) => name ?? 't')).toContain('t')
      }
    }
    const times = Math.floor((5000 - before.length - middle.length) / (open.length + close.length))
    const many = `${before}${open.repeat(times)}${middle}${close.repeat(times)};`.repeat(100)
    expect(tablesOfSql(many).length).toBeGreaterThanOrEqual(100)
  })
})
