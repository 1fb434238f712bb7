/** Models, views, composite types and enums of a Prisma schema. */
import type { SchemaColumn, SchemaTable } from './table.ts'

const BLOCK = /^[ \t]{0,8}(model|view|type|enum)[ \t]+(\w+)[ \t]*\{([^}]{0,20000})\}/gm
const HELD_BY = /@relation\([^)\n]{0,200}\bfields:\s{0,9}\[([^\]\n]{0,300})\]/
const MAP = /@map\(\s*(?:name:\s*)?"([^"\n]{1,100})"/

/** Everything that a schema declares, in its order. */
export function prismaTables(written: string): readonly SchemaTable[] {
  const text = written.replace(/\/\/[^\n]*/g, '')
  return [...text.matchAll(BLOCK)].map(([, word = '', name = '', body = '']): SchemaTable => ({
    name, kind: word === 'enum' ? 'enum' : 'model', mapped: /@@map\(\s*(?:name:\s*)?"([^"\n]{1,100})"/.exec(body)?.[1], columns: columnsIn(body),
  }))
}

function columnsIn(body: string): readonly SchemaColumn[] {
  const keys = /@@id\(\s*(?:fields:\s*)?\[([^\]\n]{0,300})\]/.exec(body)?.[1]?.split(/[\s,]+/) ?? []
  return body.split(/\r?\n/).flatMap((line): readonly SchemaColumn[] => {
    const [, name, type = ''] = /^[ \t]{0,16}([A-Za-z]\w*)(?:[ \t]+([\w.]+))?/.exec(line) ?? []
    if (name === undefined) return []
    const heldBy = HELD_BY.exec(line)?.[1]?.split(/[\s,]+/).filter(field => field !== '')
    return [{ name, type, ...(heldBy === undefined ? {} : { heldBy }), mapped: /\s@map/.test(line) ? MAP.exec(line)?.[1] : undefined, isKey: /\s@id\b/.test(line) || keys.includes(name) }]
  })
}
