/** Which script a call of npm, pnpm, yarn, bun or lerna names. Built-in commands name none. */
import type { ShellCommand, ShellWord } from '../shell/command.ts'
import { readWords, type PackageManager, type ScriptCall, type Words } from './invocation.ts'

const VALUED: Readonly<Record<PackageManager, ReadonlySet<string>>> = {
  npm: new Set(['--prefix', '-C', '-w', '--workspace', '--registry', '--loglevel', '--userconfig', '--cache', '--tag', '--script-shell', '-p', '--package', '-c', '--call']),
  pnpm: new Set(['--filter', '-F', '-C', '--dir', '--filter-prod', '--reporter', '--workspace-concurrency', '--resume-from', '--loglevel', '--package', '--config', '--test-pattern', '--changed-files-ignore-pattern', '--store-dir']),
  yarn: new Set(['--cwd', '--include', '--exclude', '--from', '--jobs', '-j', '--mutex', '--registry', '--modules-folder', '--cache-folder', '--network-timeout']),
  bun: new Set(['--filter', '-F', '--cwd', '--env-file', '--config', '-c', '--preload', '-r', '--elide-lines']),
  lerna: new Set(['--scope', '--ignore', '--concurrency', '--since', '--npm-client', '--loglevel', '--profile-location']),
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Sub-commands that are not scripts, from the help texts of npm 11, pnpm 10, yarn 1 and 4, bun 1.2. */
const BUILT_IN: Readonly<Record<'pnpm' | 'yarn' | 'bun', ReadonlySet<string>>> = {
  pnpm: words(`add install i ci install-clean ic clean-install install-test it update up upgrade remove rm uninstall un unlink link ln import rebuild rb prune fetch
    dedupe patch patch-commit patch-remove audit list ls la ll outdated why licenses exec dlx create init publish pack deploy env server store root bin
    setup config c get set doctor help h self-update cat-file cat-index find-hash approve-builds ignored-builds cache catalog licenses m multi recursive
    login logout whoami adduser add-user view info show v search s se find version ping owner access deprecate dist-tag team token unpublish
    stage bugs docs home repo issues edit explore fund pkg profile shrinkwrap star stars unstar org hook completion runtime rt with sbom sponsor undeprecate
    change shim lane peers pack-app prefix set-script dislink install-completion uninstall-completion`),
  yarn: words(`add install up upgrade upgrade-interactive remove link unlink import rebuild patch patch-commit audit list outdated why licenses exec dlx
    create init publish pack npm node dedupe cache config constraints explain info plugin search set stage unplug version versions workspaces workspace
    bin check global generate-lock-entry help import login logout owner policies self-update tag team unlink autoclean access completion prune stage sdks
    generate fund integrity jest-pnp`),
  bun: words(`add install i ci remove rm update up upgrade link unlink pm x exec create c init build test publish patch patch-commit outdated audit info
    repl completions discord help why bunx a getcompletes feedback test deploy why list whoami`),
}
const TEST_WORDS: Readonly<Record<string, string>> = { t: 'test', tst: 'test', test: 'test', start: 'start', stop: 'stop' }

/** The manager that a command calls; `undefined` for another program. */
function managerOf(command: ShellCommand): PackageManager | undefined {
  const name = command.name.text.replace(/\.(?:cmd|exe)$/, '')
  return name === 'npm' || name === 'pnpm' || name === 'yarn' || name === 'bun' || name === 'lerna' ? name : undefined
}

/** The script that a command runs; `undefined` when it runs none. */
export function scriptCallOf(command: ShellCommand): ScriptCall | undefined {
  let manager = managerOf(command)
  let args = command.args
  if (manager === undefined && (command.name.text === 'npx' || command.name.text === 'bunx')) {
    const inner = args.findIndex(word => !word.text.startsWith('-'))
    const program = args[inner]?.text
    if (program === 'pnpm' || program === 'yarn' || program === 'lerna') {
      manager = program
      args = args.slice(inner + 1)
    }
  }
  if (manager === undefined) return undefined
  const read = readWords(args, VALUED[manager])
  if (read.dynamicOption || read.has('--if-present') || read.plain.some(word => SENTENCE_WORDS.has(word.text))) return undefined
  if (manager === 'npm') return npmCall(read)
  if (manager === 'pnpm') return pnpmCall(read)
  if (manager === 'yarn') return yarnCall(read)
  if (manager === 'bun') return bunCall(read)
  return lernaCall(read)
}

function call(manager: PackageManager, script: ShellWord | undefined, read: Words, rest: Partial<ScriptCall>): ScriptCall | undefined {
  if (script === undefined || !isScriptName(script)) return undefined
  const folder = read.values('--prefix', '-C', '--dir', '--cwd').at(-1)?.text
  return {
    kind: 'script', manager, script, explicit: true, findsBinaries: false, packages: [], folder, atRoot: false, everywhere: false, ...rest,
  }
}

/** Words of sentences: `pnpm run finds bins from the root` is the title of a test, no command (pnpm's own plans). */
const SENTENCE_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'with', 'when', 'is', 'are', 'from', 'without', 'should', 'has', 'that'])

/** Words that stand for any script: no document means them. */
const PLACEHOLDER = /^(?:x+|y+|xyz|abc|foo|bar|baz|foobar|script|scripts?-?name|(?:make)?target\d?|rule|task|task-?name|command|cmd|(?:your|my|some)(?:[-:_].*|script|target|task|rule|command|name)|name|args?|option|options)$/i

/** A name that can be looked up: no expansion, no glob, no path, no placeholder. */
export function isScriptName(word: ShellWord): boolean {
  return !word.dynamic && !word.glob && word.text.length <= 100 && /^[@\w][\w.:@/+-]*$/.test(word.text) && !word.text.endsWith('.') &&
    !/:$|\.\.|\.(?:[cm]?[jt]sx?|json|md|py|sh|tgz|test|spec)$/.test(word.text) && !PLACEHOLDER.test(word.text)
}

function npmCall(read: Words): ScriptCall | undefined {
  const [sub, script] = read.plain
  const packages = read.values('-w', '--workspace').map(word => word.text)
  const rest = { packages, everywhere: read.has('-ws', '--workspaces') }
  if (sub !== undefined && /^(?:run|run-script|rum|urn)$/.test(sub.text)) return call('npm', script, read, rest)
  const standard = sub === undefined ? undefined : TEST_WORDS[sub.text]
  return sub === undefined || standard === undefined ? undefined : call('npm', { ...sub, text: standard }, read, rest)
}

function pnpmCall(read: Words): ScriptCall | undefined {
  let [sub, script] = read.plain
  let everywhere = read.has('-r', '--recursive')
  if (sub?.text === 'recursive' || sub?.text === 'm' || sub?.text === 'multi') {
    ;[, sub, script] = read.plain
    everywhere = true
  }
  const packages = read.values('--filter', '-F', '--filter-prod').map(word => word.text)
  const rest = { packages, everywhere, atRoot: read.has('-w', '--workspace-root') }
  if (sub === undefined) return undefined
  if (sub.text === 'run' || sub.text === 'run-script') return call('pnpm', script, read, rest)
  const standard = TEST_WORDS[sub.text]
  if (standard !== undefined) return call('pnpm', { ...sub, text: standard }, read, rest)
  return BUILT_IN.pnpm.has(sub.text) ? undefined : call('pnpm', sub, read, { ...rest, explicit: false, findsBinaries: true })
}

function yarnCall(read: Words): ScriptCall | undefined {
  let rest = read.plain
  let packages: readonly string[] = []
  let everywhere = read.has('--all', '-A')
  if (rest[0]?.text === 'workspace') {
    if (rest[1] === undefined || rest[1].dynamic) return undefined
    packages = [rest[1].text]
    rest = rest.slice(2)
  } else if (rest[0]?.text === 'workspaces') {
    if (rest[1]?.text !== 'foreach' && rest[1]?.text !== 'run') return undefined
    rest = rest[1].text === 'run' ? rest.slice(1) : rest.slice(2)
    everywhere = true
  }
  const [sub, script] = rest
  if (sub === undefined) return undefined
  if (sub.text === 'run') return call('yarn', script, read, { packages, everywhere, findsBinaries: true })
  if (BUILT_IN.yarn.has(sub.text)) return undefined
  return call('yarn', sub, read, { packages, everywhere, explicit: false, findsBinaries: true })
}

function bunCall(read: Words): ScriptCall | undefined {
  const [sub, script] = read.plain
  const packages = read.values('--filter', '-F').map(word => word.text)
  if (sub === undefined) return undefined
  if (sub.text === 'run') return call('bun', script, read, { packages, findsBinaries: true })
  return BUILT_IN.bun.has(sub.text) ? undefined : call('bun', sub, read, { packages, explicit: false, findsBinaries: true })
}

function lernaCall(read: Words): ScriptCall | undefined {
  const [sub, script] = read.plain
  return sub?.text === 'run' ? call('lerna', script, read, { everywhere: true }) : undefined
}
