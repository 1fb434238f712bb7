/** Which tasks a call of make, just, task, composer, a Python tool, cargo, rake, deno or turbo names. */
import type { ShellCommand, ShellWord } from '../shell/command.ts'
import { readWords, type TaskCall } from './invocation.ts'
import { isScriptName } from './scripts.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** What follows "make" or "just" in an English sentence. */
const STOP_WORDS = words(`sure it the a an use this that these those them sense your you my our its any some all-of no not up me us it's
  changes everything something anything certain to and or for in on of with like as is be do how if so see`)

const MAKE_VALUED = words('-C --directory -f --file --makefile -I --include-dir -j -l -o -W --old-file --what-if --eval -O')
const JUST_VALUED = words('-f --justfile -d --working-directory --set --shell --chooser --color --dotenv-path')
const TASK_VALUED = words('-d --dir -t --taskfile -o --output -C --concurrency -I --interval')
const CARGO = words(`add b bench build c check clean clippy config d doc fetch fix fmt generate-lockfile git-checkout help info init install locate-project
  login logout metadata miri new owner package pkgid publish r read-manifest remove report rm run rustc rustdoc search t test tree uninstall update vendor
  verify-project version yank
  nextest watch expand audit deny outdated udeps machete hack llvm-cov tarpaulin insta release edit make binstall cross zigbuild leptos tauri
  flamegraph criterion fuzz wasi component ndk deb bundle semver-checks msrv sort spellcheck readme workspaces smart-release dist mutants about
  geiger bloat asm shuttle lambda embed flash generate sweep cache tomlfmt limit license set-version upgrade prefetch quickinstall codspeed
  afl kani show-asm sqlx ament dylint public-api minimal-versions run-bin rdme auditable vet chef pgrx contract near stylus dinghy apk bolero careful 3ds gpu psp`)
const COMPOSER = words(`about archive audit browse bump check-platform-reqs clear-cache clearcache cc completion config create-project depends why diagnose
  dump-autoload dumpautoload exec fund global help home init install i list licenses outdated prohibits why-not reinstall remove rm uninstall require r
  search self-update selfupdate show info status suggests update u upgrade validate normalize bin patches-relock patches-repatch`)
const TURBO = words('run prune gen generate login logout link unlink ls daemon watch bin telemetry config info query scan boundaries help completion devtools docs')

/** The tasks that a command names; empty when it names none or one that can't be known. */
export function taskCallsOf(command: ShellCommand): readonly TaskCall[] {
  return readCall(command.name.text, command.args)
}

function readCall(program: string, args: readonly ShellWord[]): readonly TaskCall[] {
  switch (program) {
    case 'make': case 'gmake': return makeCalls(args)
    case 'just': return justCalls(args)
    case 'task': case 'go-task': return taskfileCalls(args)
    case 'composer': return composerCalls(args)
    case 'cargo': return cargoCalls(args)
    case 'rake': return plainCalls('rake', args, words('-f --rakefile -C --directory -I --libdir -r --require'), true)
    case 'poe': return plainCalls('poe', args.slice(0, 1), new Set(), true)
    case 'turbo': return turboCalls(args)
    case 'deno': return args[0]?.text === 'task' ? denoCalls(args.slice(1)) : []
    case 'poetry': case 'uv': case 'pdm': case 'rye': case 'hatch': case 'pipenv': return pythonCalls(program, args)
    case 'npx': case 'pnpm': case 'yarn': case 'bunx': case 'bundle': return nestedCalls(program, args)
    default: return []
  }
}

function tasks(runner: TaskCall['runner'], names: readonly ShellWord[], explicit: boolean, folder?: string): readonly TaskCall[] {
  return names
    .map((task, index): TaskCall => ({ kind: 'task', runner, task, first: index === 0, explicit, folder }))
    .filter(call => isTaskName(call.task))
}

function isTaskName(word: ShellWord): boolean {
  return /^\.?[\w@/]/.test(word.text) ? isScriptName({ ...word, text: word.text.replace(/^\.\//, '').replace(/\.(?:test|json|md|sh|py)$/, '') }) : false
}

function makeCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, MAKE_VALUED)
  if (read.dynamicOption || read.has('-f', '--file', '--makefile') || read.plain.some(word => STOP_WORDS.has(word.text.toLowerCase()))) return []
  const names = read.plain.filter(word => !word.text.includes('=') && !/^\d+$/.test(word.text))
  // A sentence, not a command: no target has such neighbours.
  if (names.length > 3 && names.every(word => /^[a-z]+$/i.test(word.text)) && args.length === names.length && names.length > 6) return []
  return tasks('make', names, true, read.values('-C', '--directory').at(-1)?.text)
}

function justCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, JUST_VALUED)
  if (read.dynamicOption || read.has('-f', '--justfile') || read.plain.some(word => STOP_WORDS.has(word.text.toLowerCase()))) return []
  const names = read.plain.filter(word => !word.text.includes('='))
  // What follows the first recipe may be its argument.
  const [first] = names
  if (first === undefined) return []
  const slash = first.text.lastIndexOf('/')
  if (slash < 0) return tasks('just', [first], true, read.values('-d', '--working-directory').at(-1)?.text)
  return tasks('just', [{ ...first, text: first.text.slice(slash + 1) }], true, first.text.slice(0, slash))
}

function taskfileCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, TASK_VALUED)
  if (read.dynamicOption || read.has('-t', '--taskfile', '-g', '--global') || read.plain.some(word => STOP_WORDS.has(word.text.toLowerCase()))) return []
  return tasks('task', read.plain.filter(word => !word.text.includes('=')), true, read.values('-d', '--dir').at(-1)?.text)
}

function plainCalls(runner: TaskCall['runner'], args: readonly ShellWord[], valued: ReadonlySet<string>, explicit: boolean): readonly TaskCall[] {
  const read = readWords(args, valued)
  if (read.dynamicOption || read.has('-f', '--rakefile', '-C')) return []
  return tasks(runner, read.plain.filter(word => !word.text.includes('=')), explicit)
}

function composerCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, words('-d --working-dir --timeout'))
  const [sub, script] = read.plain
  const folder = read.values('-d', '--working-dir').at(-1)?.text
  if (sub === undefined || read.dynamicOption || read.has('-g')) return []
  if (sub.text === 'run' || sub.text === 'run-script') return script === undefined ? [] : tasks('composer', [script], true, folder)
  return COMPOSER.has(sub.text) ? [] : tasks('composer', [sub], false, folder)
}

function cargoCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const [sub] = args.filter(word => !word.text.startsWith('+'))
  return sub === undefined || sub.text.startsWith('-') || CARGO.has(sub.text) ? [] : tasks('cargo', [sub], false)
}

function turboCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, words('--filter -F --concurrency --cwd --cache-dir --team --token --output-logs --log-order --log-prefix --env-mode --ui'))
  if (read.dynamicOption || read.plain[0] === undefined) return []
  const explicit = read.plain[0].text === 'run' || read.plain[0].text === 'watch'
  const names = explicit ? read.plain.slice(1) : read.plain
  if (!explicit && TURBO.has(names[0]?.text ?? '')) return []
  return tasks('turbo', names.map(word => ({ ...word, text: word.text.slice(word.text.indexOf('#') + 1) })), true)
}

function denoCalls(args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, words('--cwd -c --config -f --filter'))
  const [task] = read.plain
  return task === undefined || read.dynamicOption || read.has('-c', '--config') ? [] : tasks('deno', [task], true, read.values('--cwd').at(-1)?.text)
}

function pythonCalls(program: string, args: readonly ShellWord[]): readonly TaskCall[] {
  const read = readWords(args, words('--with --extra --group --python -p --package --project --directory --env-file -C --index --from -e --env --only-group --no-group'))
  const [sub, script, argument] = read.plain
  if (sub?.text !== 'run' || script === undefined || read.dynamicOption) return []
  if (script.text === 'poe') return argument === undefined ? [] : tasks('poe', [argument], true)
  if (script.text === 'task' && argument !== undefined) return tasks('taskipy', [argument], true)
  if (read.has('--with', '--from', '--directory', '--project', '-C', '-m', '--module', '--package', '--script', '-s')) return []
  return tasks(program === 'hatch' ? 'hatch' : 'python', [script], false)
}

/** `npx turbo run x`, `pnpm turbo x`, `bundle exec rake x`. */
function nestedCalls(program: string, args: readonly ShellWord[]): readonly TaskCall[] {
  const rest = args.filter(word => !/^-[\w-]*$/.test(word.text))
  const [first, second] = rest
  if (program === 'bundle') return first?.text === 'exec' && second?.text === 'rake' ? readCall('rake', rest.slice(2)) : []
  const inner = first?.text === 'exec' || first?.text === 'run' || first?.text === 'dlx' ? rest.slice(1) : rest
  return inner[0]?.text === 'turbo' ? readCall('turbo', args.slice(args.indexOf(inner[0]) + 1)) : []
}
