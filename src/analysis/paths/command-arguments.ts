/** Paths that commands name: programs given by path, files they read, folders they enter. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { lastStartingBy } from '../../core/leading.ts'
import { commandsOf, type ShellCommand, type ShellWord } from '../shell/commands.ts'
import { mentionAt, type PathTarget } from './mention.ts'
import { readPath, type PathToken } from './token.ts'

/** Programs whose arguments are made by them, or that speak of another machine. */
const CREATORS = new Set(['touch', 'mkdir', 'tee', 'install', 'ln', 'mktemp', 'ssh-keygen', 'echo', 'printf', 'export', 'set', 'alias', 'degit', 'tiged'])
const COPIERS = new Set(['cp', 'mv', 'rsync', 'scp', 'ln', 'pg_dump', 'tar', 'zip', 'openssl'])
const REMOTE = new Set(['ssh', 'scp', 'sftp', 'rsync', 'heroku', 'aws', 'gsutil', 'gcloud', 'az', 'vault', 'redis-cli', 'systemctl', 'journalctl', 'apt', 'apt-get', 'brew', 'yum', 'dnf', 'apk', 'pacman', 'choco', 'winget', 'scoop', 'curl', 'wget', 'find', 'grep', 'rg', 'sed', 'awk', 'jq', 'yq', 'chmod', 'chown', 'rm', 'rmdir', 'du', 'df', 'xargs', 'kill'])
/** Programs that read the files they are given: for them a bare name or a folder without a slash is a claim too. */
const READERS = new Set(['cat', 'less', 'more', 'head', 'tail', 'bat', 'open', 'xdg-open', 'code', 'vim', 'vi', 'nano', 'source', '.', 'node', 'tsx', 'ts-node', 'bun', 'deno', 'python', 'python3', 'py', 'bash', 'sh', 'zsh', 'pwsh', 'powershell', 'ruby', 'perl', 'php', 'psql', 'pytest', 'k6', 'nodemon', 'ansible-playbook', 'bats', 'protoc', 'terraform'])
const OUTPUT_OPTION = /^(?:-o|-O|--out(?:put|file|dir)?(?:-\w+)*|--outfile|--outDir|--out-dir|--dest(?:ination)?|--target|--prefix|--log(?:-?file)?|--save|--write(?:-to)?|--report(?:-\w+)?|--coverage-\w+|--artifacts?(?:-\w+)?|--dump|--file-prefix|--name|-t|--tag|-v|--volume|--mount|-e|--env|--build-arg|--set|--label|-H|--header|-d|--data|-m|--message|-u|--user|-X|--ref|--repo|-R|--jq|-q)$/
const PACKAGE_VERBS = new Set(['install', 'i', 'add', 'remove', 'uninstall', 'update', 'upgrade', 'up', 'create', 'init', 'dlx', 'x', 'link', 'why', 'view', 'info', 'publish', 'get', 'workspace'])

/** All path arguments of the document's commands. */
export function* pathsInCommands(document: Document): Iterable<Mention<PathTarget>> {
  const blocks = document.nodes('code')
  const created = new Set<string>()
  for (const command of commandsOf(document)) {
    const node = blocks[command.block] ?? nodeAt(document, command)
    yield* argumentsOf(document, node, command, created)
    noteCreated(command, created)
  }
}

/** The code span that holds a command. Spans don't nest, so the last one that starts before it is the one. */
function nodeAt(document: Document, command: ShellCommand): MarkdownNode {
  const spans = document.nodes('inlineCode')
  const span = lastStartingBy(spans, command.start)
  return span !== undefined && span.end >= command.end ? span : document.root
}

function* argumentsOf(document: Document, node: MarkdownNode, command: ShellCommand, created: ReadonlySet<string>): Iterable<Mention<PathTarget>> {
  const program = command.name.text.slice(command.name.text.lastIndexOf('/') + 1)
  const place = {
    program,
    ...(command.clone !== undefined ? { directory: `clone:${command.clone.url}:${command.clone.directory}` }
      : command.directory === undefined ? { directory: null } : command.directory === '' ? {} : { directory: command.directory }),
  }
  const emit = (word: ShellWord, skip: number, wanted: (token: PathToken) => boolean): Mention<PathTarget> | undefined => {
    if (word.dynamic) return undefined
    const value = skip === 0 ? word.text : word.text.slice(skip)
    const token = readPath(value)
    if (token === undefined || !wanted(token) || created.has(token.path)) return undefined
    const raw = document.text.slice(word.start, word.end)
    const shift = raw.includes('\n') ? -1 : raw.indexOf(value)
    if (shift < 0) return undefined
    return mentionAt(document, node, token, word.start + shift, 'command', place)
  }
  if (/^\.{0,2}\/?[\w.@-]+\//.test(command.name.text) || command.name.text.startsWith('./')) {
    const mention = emit(command.name, 0, token => token.form === 'path')
    if (mention !== undefined) yield mention
  }
  if (program === 'cd' || program === 'pushd') {
    const to = command.args.find(word => !word.text.startsWith('-'))
    const mention = to === undefined ? undefined : emit(to, 0, token => !token.glob)
    // A plain word behind `cd` is a folder too, though it looks like nothing.
    if (mention !== undefined) yield { ...mention, target: { ...mention.target, folder: true } }
    return
  }
  if (CREATORS.has(program) || REMOTE.has(program) || isElsewhere(program, command)) return
  const words = command.args
  const last = words.at(-1)
  const verb = words.find(word => !word.text.startsWith('-'))?.text ?? ''
  const verbOfPackages = PACKAGE_VERBS.has(verb) && isPackageManager(program)
  for (const [index, word] of words.entries()) {
    const before = words[index - 1]?.text ?? ''
    if (OUTPUT_OPTION.test(before) || (COPIERS.has(program) && word === last)) continue
    if (verbOfPackages) break
    if (program === 'gh' && verb === 'workflow' && word.text !== verb) {
      const mention = emit(word, 0, token => /\.ya?ml$/.test(token.path))
      if (mention !== undefined) yield { ...mention, target: { ...mention.target, sibling: '.github/workflows' } }
      continue
    }
    const equals = /^--?[\w-]+=/.exec(word.text)
    if (equals !== null) {
      if (OUTPUT_OPTION.test(equals[0].slice(0, -1))) continue
      const mention = emit(word, equals[0].length, token => token.form === 'path')
      if (mention !== undefined) yield mention
      continue
    }
    if (word.text.startsWith('-')) continue
    const generous = READERS.has(program) || /^(?:-f|-c|-p|--file|--config|--project|--tsconfig|--env-file|--values)$/.test(before)
    const mention = emit(word, 0, token => token.form === 'path' || (generous && token.form === 'name'))
    if (mention !== undefined) yield mention
  }
  for (const redirect of command.redirects) {
    if (redirect.operator !== '<') continue
    const mention = emit(redirect.target, 0, token => token.form !== 'weak')
    if (mention !== undefined) yield mention
  }
}

function isPackageManager(program: string): boolean {
  return /^(?:npm|pnpm|yarn|bun|npx|pip3?|uv|poetry|cargo|go|gem|composer|brew)$/.test(program)
}

/** Programs that can run others elsewhere. */
const MACHINES = new Set(['docker', 'podman', 'nerdctl', 'docker-compose', 'kubectl', 'oc', 'fly', 'flyctl', 'railway'])

/** What runs inside a container or on another machine has other paths. */
function isElsewhere(program: string, command: ShellCommand): boolean {
  if (!MACHINES.has(program)) return false
  const text = command.args.map(word => word.text).join(' ')
  if (/^(?:docker|podman|nerdctl)$/.test(program)) return /^(?:compose\s+)?(?:.*\s)?(?:run|exec|cp|pull|push|tag|images?|rmi?|ps|logs|inspect|network|volume)\b/.test(text) && !/^compose\b.*\b(?:up|build|config|down)\b/.test(text)
  if (program === 'docker-compose') return /\b(?:run|exec)\b/.test(text)
  if (program === 'kubectl' || program === 'oc') return !/\b(?:apply|create|delete|diff|replace)\b/.test(text)
  return program === 'fly' || program === 'flyctl' || program === 'railway'
}

/** Files that a command makes: later commands may name them though no repository holds them. */
function noteCreated(command: ShellCommand, created: Set<string>): void {
  const add = (word: ShellWord | undefined): void => {
    const token = word === undefined ? undefined : readPath(word.text)
    if (token !== undefined) created.add(token.path)
  }
  for (const redirect of command.redirects) if (redirect.operator.includes('>')) add(redirect.target)
  const program = command.name.text
  if (CREATORS.has(program)) for (const word of command.args) add(word)
  else if (COPIERS.has(program) || program === 'git') add(command.args.at(-1))
  command.args.forEach((word, index) => {
    if (OUTPUT_OPTION.test(command.args[index - 1]?.text ?? '')) add(word)
  })
}
