/** Changing one value of a JSON file and nothing else. */
import { createRequire } from 'node:module'
import { isRecord } from '../core/record.ts'

/**
 * Sets a value. Indentation, line endings, comments and a byte order mark stay as the file has them.
 * @param path keys from the top; -1 at its end adds to a list
 * @returns `undefined` when the file is not an object of JSON (comments and trailing commas allowed)
 */
export function setInJson(text: string, path: readonly (string | number)[], value: unknown): string | undefined {
  const { applyEdits, modify, parse } = createRequire(import.meta.url)('jsonc-parser') as typeof import('jsonc-parser')
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const body = text.slice(mark.length)
  const errors: import('jsonc-parser').ParseError[] = []
  if (!isRecord(parse(body, errors, { allowTrailingComma: true })) || errors.length > 0) return undefined
  const indent = /^([ \t]+)\S/m.exec(body)?.[1] ?? '  '
  const formattingOptions = { insertSpaces: !indent.startsWith('\t'), tabSize: indent.startsWith('\t') ? 1 : indent.length, eol: body.includes('\r\n') ? '\r\n' : '\n' }
  return mark + applyEdits(body, modify(body, [...path], value, { formattingOptions, isArrayInsertion: path.at(-1) === -1 }))
}
