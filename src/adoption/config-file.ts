/** The configuration that `init` writes: what was found true of the repository, with the reason beside it. */
import { tool } from '../core/tool.ts'
import { literal, type Documents } from './documents.ts'

export const CONFIG_FILE = `${tool.name}.config.jsonc`

/** More names than these would hide the settings. */
const MOST_NAMED = 5

/**
 * The text of a new config file. A key stands in it only when there is something to say by it.
 * @param installed whether `node_modules` holds our package, with the schema for editors
 */
export function configText(documents: Documents, installed: boolean): string {
  const { protocols, contract, runbooks, vendored } = documents
  const strict = [...new Set([...protocols, ...contract === undefined ? [] : [contract]])].sort()
  const entries: string[][] = []
  if (installed) entries.push([`"$schema": "./node_modules/${tool.name}/dist/schema.json"`])
  if (vendored.length > 0) {
    entries.push(['// Others wrote these: .gitattributes calls them vendored.', list('ignore', vendored)])
  }
  if (strict.length > 0) {
    entries.push(['// Protocols, by their names and titles: a claim here that can\'t be verified fails.', list('strict', strict.map(literal))])
  }
  if (contract !== undefined) {
    entries.push([
      '// The document that says which scripts may change production. The rules about code hold them to it.',
      `"settings": { "contract": ${JSON.stringify(contract)} }`,
    ])
  }
  const last = entries.at(-1)
  const body = entries.flatMap(lines => (lines === last ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''},`]))
  return `${['{', ...indented(['// How doc-lockdown checks this repository. Every key may be left out; without any, all recommended rules run.',
    ...body, ...hints(strict, runbooks, vendored)]), '}'].join('\n')}\n`
}

/** Keys that a person may want, each with what it would be good for here. */
function hints(strict: readonly string[], runbooks: readonly string[], vendored: readonly string[]): readonly string[] {
  const lines: string[] = []
  if (runbooks.length > 0) {
    const named = runbooks.slice(0, MOST_NAMED).map(path => JSON.stringify(literal(path)))
    const rest = runbooks.length > MOST_NAMED ? ` (${String(runbooks.length - MOST_NAMED)} more are not named here)` : ''
    lines.push(`// Runbooks${rest} could be strict${strict.length === 0 ? '' : ' as well'}: what can't be verified in them would fail.`)
    lines.push(`//   "strict": [${named.join(', ')}]`)
  } else if (strict.length === 0) {
    lines.push('// "strict" takes globs of protocols: documents in which a claim that can\'t be verified fails.')
  }
  if (vendored.length === 0) lines.push('// "ignore" takes globs of documents to leave out.')
  lines.push('// "rules" takes a level for each rule: { "no-missing-paths": "warn" }.')
  return lines
}

function list(key: string, values: readonly string[]): string {
  const written = values.map(value => JSON.stringify(value))
  const line = `"${key}": [${written.join(', ')}]`
  return line.length <= 100 ? line : `"${key}": [\n${written.map(value => `  ${value}`).join(',\n')}\n]`
}

function indented(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => text.split('\n')).map(line => (line === '' ? '' : `  ${line}`))
}
