/** Extractions as compact JSON. */
import type { Extraction } from '../core/extraction.ts'
import type { Reference } from '../core/reference.ts'
import type { Directive } from '../core/suppressions.ts'

const VERSION = 'extractions-1'

/** The keys of targets, each combination once per file. */
export class Shapes {
  readonly #keys: (readonly string[])[]
  readonly #numbers = new Map<string, number>()

  constructor(keys: readonly (readonly string[])[] = []) {
    this.#keys = [...keys]
    keys.forEach((shape, number) => { this.#numbers.set(shape.join('\0'), number) })
  }

  /** Reads what `toString` wrote; `undefined` for anything else. */
  static parse(line: string): Shapes | undefined {
    if (!line.startsWith(`${VERSION} `)) return undefined
    try {
      const keys: unknown = JSON.parse(line.slice(VERSION.length + 1))
      return Array.isArray(keys) && keys.every(shape => Array.isArray(shape)) ? new Shapes(keys as string[][]) : undefined
    } catch {
      return undefined
    }
  }

  /** The number of a combination of keys; a new one is added. */
  numberOf(keys: readonly string[]): number {
    const name = keys.join('\0')
    const known = this.#numbers.get(name)
    if (known !== undefined) return known
    this.#keys.push(keys)
    this.#numbers.set(name, this.#keys.length - 1)
    return this.#keys.length - 1
  }

  keysOf(number: number): readonly string[] | undefined {
    return this.#keys[number]
  }

  toString(): string {
    return `${VERSION} ${JSON.stringify(this.#keys)}`
  }
}

/** Place, subject, then the target: -1 and the value as it is, or a shape's number and the values of its keys. */
const FIELDS = 7

type Row = unknown[]

/** Writes an extraction as one line. */
export function encodeExtraction(extraction: Extraction, shapes: Shapes): string {
  const references = Object.entries(extraction.references).map(([rule, list]) => [rule, list.map(reference => rowOf(reference, shapes))])
  return JSON.stringify([extraction.strict ? 1 : 0, extraction.directives, ...references])
}

function rowOf(reference: Reference, shapes: Shapes): Row {
  const { start, end, line, column, endLine, endColumn, subject, target } = reference
  const place = [start, end - start, line, column, endLine - line, endColumn, subject]
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return [...place, -1, target]
  const keys = Object.keys(target).filter(key => (target as Record<string, unknown>)[key] !== undefined)
  return [...place, shapes.numberOf(keys), ...keys.map(key => (target as Record<string, unknown>)[key])]
}

/**
 * Reads a line back.
 * @param path the document's path, for its references
 * @returns `undefined` for a line that does not look as it should
 */
export function decodeExtraction(json: string, shapes: Shapes, path: string): Extraction | undefined {
  try {
    const [strict, directives, ...rules] = JSON.parse(json) as [number, Directive[], ...[string, Row[]][]]
    if ((strict !== 0 && strict !== 1) || !Array.isArray(directives)) return undefined
    const references: Record<string, Reference[]> = {}
    for (const [rule, rows] of rules) references[rule] = rows.map(row => referenceOf(row, shapes, path))
    return { strict: strict === 1, directives, references }
  } catch {
    return undefined
  }
}

function referenceOf(row: Row, shapes: Shapes, path: string): Reference {
  const [start, length, line, column, lines, endColumn, subject, shape] = row as [number, number, number, number, number, number, string, number]
  return {
    path, start, end: start + length, target: targetOf(row, shape, shapes),
    line, column, endLine: line + lines, endColumn, subject,
  }
}

function targetOf(row: Row, shape: number, shapes: Shapes): unknown {
  if (shape === -1) return row[FIELDS + 1]
  const keys = shapes.keysOf(shape)
  if (keys?.length !== row.length - FIELDS - 1) throw new TypeError('a row of another shape')
  const target: Record<string, unknown> = {}
  for (let index = 0; index < keys.length; index++) target[keys[index] ?? ''] = row[FIELDS + 1 + index]
  return target
}
