/** What programs do to databases: each line of effects is `line kind library: tables`. */
import { describe, expect, test } from 'vitest'
import type { Effect, TouchedTable } from '../../../src/analysis/database/effect.ts'
import { effectsOf, effectsOnImport } from '../../../src/analysis/database/effects.ts'
import { outsideOf } from '../../../src/facts/code/outside.ts'
import { modulesFact } from '../../../src/facts/code/modules.ts'
import { startOf } from '../../../src/analysis/program/syntax.ts'
import { memoryRepository } from '../../support/memory-repository.ts'

type Files = Readonly<Record<string, string>>

function effectsIn(files: string | Files, on: 'all' | 'import' = 'all'): readonly string[] {
  const all = typeof files === 'string' ? { 'scripts/a.ts': files } : files
  const repository = memoryRepository(all)
  const module = repository.get(modulesFact).at(Object.keys(all)[0] ?? '')
  if (module === undefined) throw new Error('does not parse')
  return (on === 'all' ? effectsOf : effectsOnImport)(module, outsideOf(repository)).map(effect => show(effect))
}

function show({ kind, node, module, library, tables }: Effect): string {
  const line = module.text.slice(0, startOf(node)).split('\n').length
  return [`${line} ${kind} ${library}`, tables.map(showTable).join(', ')].filter(part => part !== '').join(': ')
}

function showTable({ name = '?', operation, columns }: TouchedTable): string {
  return `${operation} ${name}${columns === undefined ? '' : `(${columns.join(' ')})`}`
}

const PRISMA = 'import { PrismaClient } from "@prisma/client"; const prisma = new PrismaClient();\n'
const DRIZZLE = 'import { drizzle } from "drizzle-orm/node-postgres"; import { pgTable } from "drizzle-orm/pg-core"; import { sql } from "drizzle-orm"; const users = pgTable("app_users", {}); const db = drizzle(url);\n'

describe('effectsOf', () => {
  test.each<[string, string, readonly string[]]>([
    ['a write', `${PRISMA}prisma.user.create({ data: { name, email: x } })`, ['1 client prisma', '2 write prisma: insert user(name email)']],
    ['a read', `${PRISMA}prisma.user.findMany()`, ['1 client prisma', '2 read prisma: read user']],
    ['a delegate in a name', `${PRISMA}const { user } = prisma; user.deleteMany()`, ['1 client prisma', '2 write prisma: delete user()']],
    ['a computed delegate', `${PRISMA}for (const m of models) prisma[m].deleteMany()`, ['1 client prisma', '2 write prisma: delete ?()']],
    ['a transaction', `${PRISMA}prisma.$transaction(async (tx) => { await tx.post.delete({ where }) })`, ['1 client prisma', '2 write prisma: delete post()']],
    ['an extended client', `${PRISMA}const x = prisma.$extends({}); x.user.update({ data: { a: 1 } })`, ['1 client prisma', '2 write prisma: update user(a)']],
    ['tagged SQL that writes', `${PRISMA}prisma.$queryRaw\`UPDATE "users" SET a = \${b} WHERE id = 1\``, ['1 client prisma', '2 write prisma: update users(a)']],
    ['tagged SQL that reads', `${PRISMA}prisma.$queryRaw\`SELECT * FROM users\``, ['1 client prisma', '2 read prisma: read users']],
    ['a nested write', `${PRISMA}prisma.user.update({ data: { name, posts: { create: { title } } } })`, ['1 client prisma', '2 write prisma: update user(name), insert user.posts(title)']],
    ['a global that keeps the client', 'import { PrismaClient } from "@prisma/client"\nconst prisma = globalThis.prisma ?? new PrismaClient()\nprisma.user.delete({})', ['2 client prisma', '3 write prisma: delete user()']],
    ['a parameter with a type', 'import type { PrismaClient } from "@prisma/client"\nexport async function f(db: PrismaClient) { await db.user.deleteMany() }', ['2 write prisma: delete user()']],
    ['a parameter by its caller', `${PRISMA}async function f(db) { await db.user.deleteMany() }\nf(prisma)`, ['1 client prisma', '2 write prisma: delete user()']],
    ['a property of a class', 'import { PrismaClient } from "@prisma/client"\nclass A { constructor() { this.db = new PrismaClient() }\n run() { return this.db.user.deleteMany() } }', ['2 client prisma', '3 write prisma: delete user()']],
    ['a parameter property', 'import { PrismaClient } from "@prisma/client"\nclass A { constructor(private readonly db: PrismaClient) {}\n run() { return this.db.user.deleteMany() } }', ['3 write prisma: delete user()']],
    ['a subclass of the client', 'import { PrismaClient } from "@prisma/client"\nclass Db extends PrismaClient {\n wipe() { return this.user.deleteMany() } }\nnew Db().post.delete({})', ['3 write prisma: delete user()', '4 write prisma: delete post()']],
    ['a factory', 'import { PrismaClient } from "@prisma/client"\nfunction make() { return new PrismaClient() }\nconst db = make()\nawait db.user.deleteMany()', ['2 client prisma', '4 write prisma: delete user()']],
    ['a map that is no database', 'import "@prisma/client"\nconst user = new Map(); user.delete(1); const o = { user }; o.user.delete(2)', []],
    ['drizzle', `${DRIZZLE}await db.insert(users).values({ name }).onConflictDoNothing()\nawait db.delete(users)\nawait db.select().from(users)`, ['1 client drizzle', '2 write drizzle: insert app_users(name)', '3 write drizzle: delete app_users()', '4 read drizzle: read app_users']],
    ['drizzle with SQL', `${DRIZZLE}await db.execute(sql\`TRUNCATE TABLE app_users\`)`, ['1 client drizzle', '2 write drizzle: truncate app_users()']],
    ['pg', 'import pg from "pg"\nconst pool = new pg.Pool()\nconst c = await pool.connect()\nawait c.query("DELETE FROM a.users WHERE id = $1", [1])\nawait pool.query("SELECT 1")', ['2 client pg', '3 connect pg', '4 write pg: delete users()', '5 read pg: read ?']],
    ['pg with a constant', 'const { Client } = require("pg")\nconst SQL = `INSERT INTO t (a, b) VALUES (${x})`\nnew Client().query({ text: SQL })', ['3 client pg', '3 write pg: insert t(a b)']],
    ['postgres.js', 'import postgres from "postgres"\nconst sql = postgres(url)\nawait sql`insert into t ${sql(rows)}`\nawait sql.begin(async tx => { await tx`delete from u` })', ['2 client postgres', '3 write postgres: insert t', '4 write postgres: delete u()']],
    ['better-sqlite3', 'import Database from "better-sqlite3"\nconst db = new Database("x")\ndb.prepare("UPDATE t SET a = ?").run(1)\ndb.exec(ddl)', ['2 client better-sqlite3', '3 write better-sqlite3: update t(a)', '4 write better-sqlite3: unknown ?']],
    ['mysql2', 'import mysql from "mysql2/promise"\nconst c = await mysql.createConnection({})\nawait c.execute("REPLACE INTO t (a) VALUES (?)", [1])', ['2 connect mysql', '3 write mysql: insert t(a)']],
    ['a command line', 'import { execSync } from "node:child_process"\nexecSync("npx prisma migrate deploy", { stdio: "inherit" })', ['2 migrate prisma']],
    ['a program with a list', 'import { spawnSync } from "child_process"\nspawnSync("psql", [url, "-c", "DELETE FROM t"])', ['2 command psql: delete t()']],
    ['zx', 'import { $ } from "zx"\nawait $`psql ${url} -c "SELECT 1"`', ['2 command psql: read ?']],
    ['an exec that is no shell', 'const m = /a/.exec("prisma migrate deploy")', []],
    ['a command that is made up of words', 'import * as cp from "child_process"; import { promisify } from "util"\nconst run = promisify(cp.exec)\nawait run(["prisma", "db", "push"].join(" "))', ['3 migrate prisma']],
  ])('%s', (_name, text, expected) => {
    expect(effectsIn(text)).toEqual(expected)
  })

  const LIB = { 'lib/prisma.ts': 'import { PrismaClient } from "@prisma/client"\nexport const prisma = new PrismaClient()\n' }

  test.each<[string, Files, readonly string[]]>([
    ['a client of another module', { 'scripts/a.ts': 'import { prisma } from "../lib/prisma"\nprisma.user.deleteMany()', ...LIB }, ['1 client prisma', '2 write prisma: delete user()']],
    ['a helper of another module', { 'scripts/a.ts': 'import { seed } from "../lib/seed"\nawait seed()', 'lib/seed.ts': 'import { prisma } from "./prisma"\nexport const seed = async () => { await prisma.user.createMany({ data }) }', ...LIB }, ['1 client prisma', '2 write prisma: insert user']],
    ['a helper that is given the client', { 'scripts/a.js': 'const { prisma } = require("../lib/prisma")\nconst seed = require("../lib/seed")\nseed(prisma)', 'lib/seed.js': 'module.exports = async function (db) { await db.user.deleteMany() }', ...LIB }, ['1 client prisma', '3 write prisma: delete user()']],
    ['a class of another module', { 'scripts/a.js': 'import { Repo } from "../lib/repo"\nimport { prisma } from "../lib/prisma"\nconst r = new Repo(prisma)\nawait r.wipe()', 'lib/repo.js': 'export class Repo { constructor(db) { this.db = db }\n async wipe() { await this.db.user.deleteMany() } }', ...LIB }, ['2 client prisma', '4 write prisma: delete user()']],
    ['a wrapper that calls back', { 'scripts/a.js': 'import { withDb } from "../lib/with"\nawait withDb(async db => { await db.query("DELETE FROM t") })', 'lib/with.js': 'import { Pool } from "pg"\nexport async function withDb(fn) { const pool = new Pool(); const c = await pool.connect(); try { return await fn(c) } finally { c.release() } }' }, ['2 client pg', '2 connect pg', '2 write pg: delete t()']],
    ['an export that is handed on', { 'scripts/a.ts': 'import { db } from "../lib"\nawait db.prisma.user.deleteMany()', 'lib/index.ts': 'export * as db from "./prisma"', ...LIB }, ['1 client prisma', '2 write prisma: delete user()']],
    ['a module that works when it is loaded', { 'scripts/a.ts': 'import "./b"', 'scripts/b.ts': 'import { prisma } from "../lib/prisma"\nasync function main() { await prisma.user.deleteMany() }\nmain()', ...LIB }, ['1 client prisma', '1 write prisma: delete user()']],
    ['a module that works only when it is started', { 'scripts/a.ts': 'import "./b"', 'scripts/b.ts': 'import { Pool } from "pg"\nasync function main() { await new Pool().query("DELETE FROM t") }\nif (require.main === module) main()' }, []],
    ['a package script', { 'scripts/a.ts': 'import { execSync } from "child_process"\nexecSync("npm run db:migrate")', 'package.json': '{"scripts":{"db:migrate":"prisma migrate deploy"}}' }, ['2 migrate prisma']],
    ['SQL in a file', { 'scripts/a.ts': 'import fs from "fs"; import { Pool } from "pg"; import path from "path"; const p = new Pool()\np.query(fs.readFileSync(path.join(__dirname, "x.sql"), "utf8"))', 'scripts/x.sql': 'DELETE FROM t' }, ['1 client pg', '2 write pg: delete t()']],
  ])('%s', (_name, files, expected) => {
    expect(effectsIn(files)).toEqual(expected)
  })

  test('what loading a module does, without what only its functions do', () => {
    expect(effectsIn('import mongoose from "mongoose"; import { Pool } from "pg"\nconst pool = new Pool()\nexport function f() { return pool.query("DELETE FROM t") }', 'import')).toEqual(['2 client pg'])
  })

  test('functions that call each other end', () => {
    const code = `${PRISMA}function a(x) { b(x); prisma.user.deleteMany() }\nfunction b(x) { a(x) }\nexport const c = () => c(c)\na(prisma)`
    expect(effectsIn(code)).toEqual(['1 client prisma', '2 write prisma: delete user()'])
  })
})
