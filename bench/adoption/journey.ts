/**
 * What a newcomer does in a repository with drift, step by step: `init`, `check`, `--fix`, `baseline`, a rename that breaks documents, the
 * hook that refuses it, `--fix` again, and the ratchet. Each step says what it must come to.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { chooseMention, chooseRename, type Claim, type KnownFinding } from './choices.ts'
import { createStage, Astray, type Step } from './stage.ts'
import type { Tool } from './tool.ts'

const BASELINE = 'doc-lockdown.baseline.json'

/** One repository on its way. */
export interface Journey {
  /** The commit that it starts from: short id, day. */
  readonly start: string
  /** The path that was renamed, and its new one. */
  readonly renamed: readonly [from: string, to: string]
  readonly steps: readonly Step[]
}

/**
 * Goes the whole way in a clone, which is written to.
 * @param root a clean clone
 * @param cache an empty folder
 * @throws Astray when a step comes to something else than it should
 */
export function travel(root: string, tool: Tool, cache: string): Journey {
  const packaged = existsSync(path.join(root, 'package.json'))
  const stage = createStage(root, packaged ? undefined : tool.programs, cache)
  const call = packaged ? 'node_modules/.bin/doc-lockdown' : 'doc-lockdown'
  const start = stage.ask(['git', 'log', '-1', '--format=%h of %cs']).trim()
  const head = (): string => stage.ask(['git', 'rev-parse', 'HEAD']).trim()
  const commitAll = (message: string): readonly string[] => ['git', 'commit', '--quiet', '--all', '--message', message]

  if (packaged) {
    stage.run(['npm', 'pkg', 'set', `devDependencies.doc-lockdown=^${tool.version}`], { codes: [0] })
    tool.unpackInto(root)
    stage.note('the packed package is put into node_modules, without the dependencies of the repository')
  } else {
    stage.note('npm install --global, from the packed package')
  }

  // What is there, and what can be done about it at once.
  stage.run([call, 'init'], { codes: [0], says: ['Found ', 'doc-lockdown.config.jsonc'] })
  stage.run([call, 'check'], { codes: [1], says: [' broken, '] })
  stage.run([call, 'check', '--fix'], { codes: [0, 1] })
  stage.run([call, 'baseline'], { codes: [0], says: [BASELINE] })
  stage.run([call, 'check'], { codes: [0], says: [' baselined'] })
  stage.run(['git', 'add', '--all'], { codes: [0] })
  stage.run(['git', 'commit', '--quiet', '--message', 'Hold documents against the repository'], { codes: [0] })

  // A change that breaks documents is refused, and set right.
  const { references } = JSON.parse(stage.ask([call, 'references', '--format', 'json'])) as { readonly references: readonly Claim[] }
  const tracked = new Set(stage.ask(['git', 'ls-files']).split('\n'))
  const renamed = chooseRename(references, tracked)
  if (renamed === undefined) throw new Astray('no document names a file that could be renamed')
  const [from, to] = renamed
  const before = head()
  mkdirSync(path.join(root, path.dirname(to)), { recursive: true })
  stage.run(['git', 'mv', from, to], { codes: [0] })
  const drift = [`\`${from}\` does not exist any more`, `renamed to \`${to}\``]
  stage.run(commitAll('Move a file'), { codes: [1], says: drift })
  if (head() !== before) throw new Astray('the commit was made though the hook refused it')
  stage.run([call, 'baseline'], { codes: [1], says: ['not in it'] })
  stage.run([call, 'check', '--fix'], { codes: [0], says: ['fixed '] })
  stage.run(['git', 'diff', '--unified=0'], { codes: [0], says: [to] })
  stage.run(commitAll('Move a file, and say so'), { codes: [0] })
  if (head() === before) throw new Astray('nothing was committed')
  stage.run([call, 'check'], { codes: [0] })

  // The ratchet: what is set right must leave the baseline.
  const { baselined } = JSON.parse(stage.ask([call, 'check', '--format', 'json'])) as { readonly baselined: readonly KnownFinding[] }
  const known = chooseMention(baselined, (file, line) => readLines(root, file)[line - 1] ?? '')
  if (known === undefined) throw new Astray('no finding is known that could be corrected in one line')
  const lines = readLines(root, known.path)
  const place = known.line - 1
  writeFileSync(path.join(root, known.path), lines.with(place, (lines[place] ?? '').replace(`\`${known.subject}\``, 'what replaced it')).join('\n'))
  stage.note(`line ${String(known.line)} of ${known.path} is corrected by hand: it does not name ${known.subject} any more`)
  stage.run([call, 'check'], { codes: [1], says: ['in vain', known.path] })
  stage.run([call, 'baseline'], { codes: [0], says: ['dropped'] })
  stage.run(commitAll('Correct what was known to be wrong'), { codes: [0] })
  stage.run([call, 'check'], { codes: [0] })
  if (stage.ask(['git', 'status', '--short']) !== '') throw new Astray('something is left that is not committed')
  return { start, renamed, steps: stage.steps }
}

function readLines(root: string, file: string): readonly string[] {
  return readFileSync(path.join(root, file), 'utf8').split('\n')
}
