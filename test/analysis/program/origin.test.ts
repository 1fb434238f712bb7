/** What an expression's value is made of. Each program marks the expression with `probe(…)`. */
import { describe, expect, test } from 'vitest'
import { moduleOf } from '../../../src/analysis/program/module.ts'
import { originsOf, type Origin } from '../../../src/analysis/program/origin.ts'
import { descendants, type Syntax } from '../../../src/analysis/program/syntax.ts'

function originsIn(text: string, path = 'a.ts'): readonly string[] {
  const module = moduleOf({ path, text, language: 'javascript' })
  if (module === undefined) throw new Error('does not parse')
  const probe = [...descendants(module.program)].find(node => node.type === 'CallExpression' && (node['callee'] as Syntax)['name'] === 'probe')
  return (probe?.['arguments'] as readonly Syntax[]).flatMap(argument => originsOf(argument, module)).map(show)
}

function show(origin: Origin): string {
  const path = origin.path.map(step => `.${step}`).join('')
  switch (origin.kind) {
    case 'global': return `global ${origin.name}${path}`
    case 'module': return `${origin.source}#${origin.name}${path}`
    case 'result': return `${origin.call.type === 'NewExpression' ? 'new ' : ''}(${origin.callee.map(show).join('|')})()${path}`
    case 'parameter': return `parameter ${origin.index}${path}`
    case 'function': return `${origin.node.type}${path}`
    case 'value': return `${origin.node.type}${path}`
    case 'this': return `this${path}`
  }
}

describe('originsOf', () => {
  test.each<[string, string, readonly string[]]>([
    ['a global and its properties', 'probe(process.env.CI)', ['global process.env.CI']],
    ['a destructured global', 'const { env: { CI: ci } } = process; probe(ci)', ['global process.env.CI']],
    ['a computed property with a literal', 'probe(process.env["CI"])', ['global process.env.CI']],
    ['a computed property without one', 'probe(process.env[name])', ['global process.env.*']],
    ['a named import', 'import { PrismaClient as P } from "@prisma/client"; probe(new P())', ['new (@prisma/client#PrismaClient)()']],
    ['a default import', 'import pg from "pg"; probe(new pg.Pool().query)', ['new (pg#default.Pool)().query']],
    ['a namespace', 'import * as pg from "pg"; probe(pg.Pool)', ['pg#Pool']],
    ['require', 'const { Pool } = require("pg"); probe(Pool)', ['pg#Pool']],
    ['a local function called require', 'function require(x) {} probe(require("pg"))', ['(FunctionDeclaration)()']],
    ['import()', 'const { prisma } = await import("./lib"); probe(prisma.user)', ['./lib#prisma.user']],
    ['import x = require()', 'import pg = require("pg"); probe(pg.Pool)', ['pg#Pool']],
    ['alternatives', 'import { P } from "p"; const x = globalThis.x ?? new P(); probe(x)', ['global globalThis.x', 'new (p#P)()']],
    ['a variable written later', 'import { P } from "p"; let x; function f() { x = new P() } probe(x)', ['new (p#P)()']],
    ['a variable made of itself', 'let x = 1; x = x ?? y; probe(x)', ['Literal', 'global y']],
    ['a property of an object literal', 'import { P } from "p"; const o = { a: { b: P } }; probe(o.a.b)', ['p#P']],
    ['a spread in an object literal', 'import { P } from "p"; const o = { ...P, c: 1 }; probe(o.x)', ['p#P.x']],
    ['type assertions', 'probe((process as any).env!.CI satisfies string)', ['global process.env.CI']],
    ['a parameter of a pattern', 'function f(a, { b: [c] }) { probe(c.d) }', ['parameter 1.b.0.d']],
    ['a parameter with a default', 'import { P } from "p"; function f(c = new P()) { probe(c) }', ['parameter 0', 'new (p#P)()']],
    ['an element of a list', 'for (const { id } of list) probe(id)', ['global list.*.id']],
    ['a shadowed name', 'import { P } from "p"; { const P = class {}; probe(P) }', ['ClassExpression']],
    ['this', 'class A { m() { probe(this.db.x) } }', ['this.db.x']],
  ])('%s', (_name, text, expected) => {
    expect(originsIn(text)).toEqual(expected)
  })

  test('a CommonJS file with a return at its top', () => {
    expect(originsIn('const { Pool } = require("pg")\nif (!process.env.CI) return\nprobe(Pool)', 'a.js')).toEqual(['pg#Pool'])
  })

  test('gives up where a chain of names has no end', () => {
    const chain = Array.from({ length: 200 }, (_, index) => `const a${String(index + 1)} = a${String(index)};`).join('\n')
    expect(originsIn(`const a0 = 1;\n${chain}\nprobe(a200)`)).toEqual([])
  })
})
