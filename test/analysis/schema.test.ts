/** Tables and columns as Prisma schemas and SQL files declare them. */
import { describe, expect, test } from 'vitest'
import { prismaTables } from '../../src/analysis/schema/prisma.ts'
import { sqlTables } from '../../src/analysis/schema/sql.ts'
import type { SchemaTable } from '../../src/analysis/schema/table.ts'

function show(tables: readonly SchemaTable[]): readonly string[] {
  return tables.map(({ name, kind, mapped, columns }) => `${kind} ${name}${mapped === undefined ? '' : `=${mapped}`}: ${columns.map(column => `${column.name}${column.mapped === undefined ? '' : `=${column.mapped}`}${column.isKey ? '!' : ''}`).join(' ')}`)
}

test('Prisma: models, enums, maps, keys, comments and CRLF', () => {
  expect(show(prismaTables([
    'model OrderItem { // a line', '  id    Int  @id @default(autoincrement())', '  // old String', '  price Int @map("price_in_cents")',
    '  order Order @relation(fields: [orderId], references: [id])', '', '  @@map("order_items")', '  @@index([price])', '}',
    'model Pair {', '  a Int', '  b Int', '  @@id([a, b])', '}', 'enum Stage {', '  DEV', '  PROD', '}',
  ].join('\r\n')))).toEqual(['model OrderItem=order_items: id! price=price_in_cents order', 'model Pair: a! b!', 'enum Stage: DEV PROD'])
})

describe('SQL files, in their order', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['a table with constraints', ['CREATE TABLE IF NOT EXISTS "public"."users" (\n  "id" uuid PRIMARY KEY,\n  name text NOT NULL DEFAULT concat(\'a\', \'b\'),\n  CONSTRAINT u UNIQUE (name)\n);'], ['table users: id! name']],
    ['columns that come and go', ['create table a (x int, y int);', 'ALTER TABLE a ADD COLUMN IF NOT EXISTS z int, DROP COLUMN x;', 'alter table only a rename column y to w;'], ['table a: z w']],
    ['a constraint that is added is no column', ['create table a (x int);\nalter table a add constraint c unique (x);'], ['table a: x']],
    ['tables that go, or are called otherwise', ['create table a (x int); create table b (y int);', 'drop table a;', 'alter table b rename to c;'], ['table c: y']],
    ['what is commented out', ['-- create table a (x int);\ncreate table b (y int -- , z int\n);'], ['table b: y']],
  ])('%s', (_name, texts, expected) => {
    expect(show(sqlTables(texts.map((text, index) => [`${String(index)}.sql`, text])))).toEqual(expected)
  })

  test.each(['create table a (', 'alter table a add ', '(((((', 'create table '])('hostile: %j', (piece) => {
    expect(sqlTables([['a.sql', piece.repeat(Math.ceil(500_000 / piece.length))]]).length).toBeLessThan(3)
    expect(prismaTables(piece.repeat(Math.ceil(500_000 / piece.length)))).toEqual([])
  })
})
