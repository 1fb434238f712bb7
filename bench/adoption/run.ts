/**
 * Takes checkouts of repositories with drift the whole way from `init` to a clean check, in clones, and prints what was typed and said.
 * Ends with 1 where a step came to something else than it should: `jiti bench/adoption/run.ts CHECKOUT… [--write docs/adopting.md]`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { travel } from './journey.ts'
import { Astray } from './stage.ts'
import { install, pack } from './tool.ts'
import { introduction, transcript } from './transcript.ts'

const START = '<!-- journey:start -->'
const END = '<!-- journey:end -->'
const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'string' } } })
if (positionals.length === 0) throw new Error('Name the checkouts to go through: jiti bench/adoption/run.ts ../some-repository ../another')
if (!existsSync(path.join(import.meta.dirname, '../../dist/cli.js'))) throw new Error('dist/ is missing. Run: npm run build')

/** As people know a checkout: its folder, where `+` stands for the slash behind an owner. */
function nameOf(checkout: string): string {
  return path.basename(path.resolve(checkout)).replace('+', '/')
}

const folder = mkdtempSync(path.join(tmpdir(), 'adoption-'))
try {
  const tool = install(pack(folder), path.join(folder, 'global'))
  const told = positionals.map((checkout, index) => {
    const root = path.join(folder, String(index), 'clone')
    mkdirSync(path.dirname(root))
    execFileSync('git', ['clone', '--quiet', '--shared', path.resolve(checkout), root], { stdio: 'pipe' })
    return transcript(nameOf(checkout), travel(root, tool, path.join(folder, String(index), 'cache')))
  })
  const text = [introduction(tool.version, new Date()), ...told].join('\n\n').replaceAll(folder, '…')
  if (values.write === undefined) {
    console.log(text)
  } else {
    const page = readFileSync(values.write, 'utf8')
    const from = page.indexOf(START)
    const to = page.indexOf(END)
    if (from < 0 || to < 0) throw new Error(`${values.write} has no ${START} and ${END}`)
    writeFileSync(values.write, `${page.slice(0, from + START.length)}\n\n${text}\n\n${page.slice(to)}`)
  }
} catch (error) {
  if (!(error instanceof Astray)) throw error
  console.error(error.message)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
