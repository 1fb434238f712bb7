import type { ScriptCall, TaskCall } from '../../src/analysis/invocations/invocation.ts'
import { programCallOf, type ProgramCall } from '../../src/analysis/invocations/programs.ts'
import { scriptCallOf } from '../../src/analysis/invocations/scripts.ts'
import { taskCallsOf } from '../../src/analysis/invocations/tasks.ts'
import { commandsOf, type ShellCommand } from '../../src/analysis/shell/commands.ts'
import { sentenceAround, wordingOf } from '../../src/analysis/wording.ts'
import type { Document } from '../../src/core/document.ts'
import { leadingCount } from '../../src/core/leading.ts'
import { closest, type MarkdownNode } from '../../src/core/markdown/node.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { unknown, type Verdict } from '../../src/core/verdict.ts'
import { judgeProgram, type SaidProgram } from '../../src/facts/commands/judge-program.ts'
import { judgeScript, type SaidAround, type SaidScript } from '../../src/facts/commands/judge-script.ts'
import { judgeTask, type SaidTask } from '../../src/facts/commands/judge-task.ts'
import type { SaidPlace } from '../../src/facts/commands/standing.ts'

/** What a command claims to exist. */
export interface ScriptTarget {
  readonly script: SaidScript | null
  readonly task: SaidTask | null
  readonly program: SaidProgram | null
  readonly around: SaidAround
  /** Offsets of the script's name alone: what a fix replaces. */
  readonly name: readonly [start: number, end: number]
}

export interface ScriptOptions {
  readonly ignore: readonly string[]
}

/** Commands must name scripts, targets and tasks that exist. */
export const noMissingScripts = defineDocRule<ScriptTarget, ScriptOptions>({
  id: 'no-missing-scripts',
  meta: {
    description: 'Disallow commands that call scripts, targets or tasks which nothing declares',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Names of scripts and tasks that are never judged.', default: [] },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [] },
    messages: {
      script: '`{{package}}` has no script `{{script}}`.',
      package: 'No package is named `{{package}}`.',
      task: '`{{file}}` has no `{{task}}`.',
      flag: '`{{program}}` has no option `{{word}}`.',
      command: '`{{program}}` has no command `{{word}}`.',
    },
    recommended: true,
    fixable: true,
  },
  references: document => mentions(document),
  verify(reference, repository, options): Verdict | undefined {
    const { script, task, program, around, name } = reference.target
    const written = script?.script ?? task?.task ?? program?.word ?? ''
    if (options.ignore.includes(written)) return unknown('ignored by an option')
    if (script !== null) return judgeScript(repository, reference.path, script, around, name)
    if (task !== null) return judgeTask(repository, reference.path, task, around, name)
    if (program !== null) return judgeProgram(repository, program, around, name)
    return unknown('the command names nothing')
  },
})

function* mentions(document: Document): Iterable<Mention<ScriptTarget>> {
  const commands = commandsOf(document)
  if (commands.length === 0) return
  const projects = ownProjects(document, commands)
  const clones = clonesBefore(document, commands)
  const generated = commands.some(command => /^(?:cmake|qmake|meson|autoreconf)$|(?:^|\/)(?:configure|autogen\.sh)$/.test(command.name.text))
  let defined: ReadonlySet<string> | undefined
  for (const command of commands) {
    const script = scriptCallOf(command)
    const tasks = taskCallsOf(command)
    const program = script === undefined && tasks.length === 0 ? programCallOf(command) : undefined
    if (script === undefined && tasks.length === 0 && program === undefined) continue
    const gone = isGone(document, command)
    if (program !== undefined) {
      const around: SaidAround = { origin: command.origin, gone, ownProject: null, clones: [], definedHere: false }
      for (const mention of programMentions(program, around)) yield mention
      continue
    }
    defined ??= namesDefinedIn(document)
    for (const call of script === undefined ? tasks : [script, ...tasks]) {
      const word = call.kind === 'script' ? call.script : call.task
      const around: SaidAround = {
        origin: command.origin, gone, ownProject: projects(command), clones: clones(command), definedHere: defined.has(word.text),
      }
      const place: SaidPlace = { directory: command.directory ?? null, clone: command.clone ?? null, option: call.folder ?? null }
      yield {
        start: call.kind === 'script' || call.first ? command.name.start : word.start,
        end: word.end,
        target: {
          script: call.kind === 'script' ? saidScript(call, place) : null,
          task: call.kind === 'task' ? saidTask(call, place, generated) : null,
          program: null,
          around,
          name: [word.start, word.end],
        },
      }
    }
  }
}

/** The first word (if it can be a command) and every flag of a call, each as a claim of its own. */
function* programMentions(call: ProgramCall, around: SaidAround): Iterable<Mention<ScriptTarget>> {
  for (const [index, word] of call.words.entries()) {
    const flag = /^(?:--[A-Za-z][\w.:-]*|-[A-Za-z](?=$))/.exec(word.text)?.[0]
    const first = index === 0 && /^[a-z][\w:-]*$/.test(word.text) && !word.glob
    if (word.dynamic && flag === undefined) continue
    if (flag === undefined && !first) continue
    const written = flag ?? word.text
    const end = flag === undefined ? word.end : word.start + flag.length
    yield {
      start: first ? call.program.start : word.start,
      end,
      target: { script: null, task: null, program: { program: call.program.text, word: written, kind: first ? 'command' : 'flag' }, around, name: [word.start, end] },
    }
  }
}

function saidScript(call: ScriptCall, place: SaidPlace): SaidScript {
  return {
    manager: call.manager, script: call.script.text, explicit: call.explicit, findsBinaries: call.findsBinaries,
    packages: call.packages, atRoot: call.atRoot, everywhere: call.everywhere, place,
  }
}

function saidTask(call: TaskCall, place: SaidPlace, generated: boolean): SaidTask {
  return { runner: call.runner, task: call.task.text, explicit: call.explicit, place, generated }
}

/** Whether the sentence around an inline command says that it is gone, or it is struck through. */
function isGone(document: Document, command: ShellCommand): boolean {
  if (command.origin !== 'inline') return false
  const nodes = document.nodes('inlineCode')
  const node = nodes[lastAtOrBefore(nodes, command.start)]
  if (node === undefined || closest(node, 'delete') !== undefined) return node !== undefined
  const wording = wordingOf(sentenceAround(document, node, command.start, command.end))
  return wording === 'removed' || wording === 'elsewhere'
}

/** Names for which the document shows a definition: `"name":` of a manifest, or `name:` and `name =` in a fence of a task file. */
function namesDefinedIn(document: Document): ReadonlySet<string> {
  const names = new Set<string>()
  for (const match of document.text.matchAll(/"([\w:.@/-]{1,100})"\s?:/g)) names.add(match[1] ?? '')
  for (const node of document.nodes('code')) {
    if (!/^(?:make|makefile|just|justfile|ya?ml|toml|diff|ruby)$/i.test(node.lang)) continue
    for (const match of node.value.matchAll(/^\+?[ \t]{0,8}([\w.@-]{1,100})[ \t]*[:=]/gm)) names.add(match[1] ?? '')
  }
  return names
}

/** Tells whether commands before (in the section, or earlier) made a project of the reader's own. */
function ownProjects(document: Document, commands: readonly ShellCommand[]): (command: ShellCommand) => 'section' | 'document' | null {
  const makers = commands.filter(isProjectMaker)
  if (makers.length === 0) return () => null
  const headings = document.nodes('heading')
  const sections = new Set(makers.map(maker => lastAtOrBefore(headings, maker.start)))
  const first = makers[0]?.start ?? 0
  return command => (sections.has(lastAtOrBefore(headings, command.start)) ? 'section' : first < command.start ? 'document' : null)
}

/** "in awx-operator repo", "from the root of the `acme/charts` repository": a name with a hyphen or an owner, any other may be an adjective. */
const REPOSITORY_SAID = /\b(?:in|from|inside|of|into) (?:the )?[`*["]{0,2}((?:[\w.-]{1,60}\/)?\w[\w.]{0,60}(?:-[\w.]{1,60}){0,5})[`*\]"]{0,2}(?:\([^)\s]{0,200}\))? (?:repo|repository|checkout|clone)\b/gi

/** "in a read-only clone" */
const ADJECTIVE = /^(?:multi|mono|sub|non|pre|open|self|well|single|third)-|-(?:based|only|level|wide|to-date|source|party|hosted|managed|owned|created|cloned|checked)$/i

/** Gives the first few repositories that the document clones before a command, or says that the reader stands in. */
function clonesBefore(document: Document, commands: readonly ShellCommand[]): (command: ShellCommand) => SaidAround['clones'] {
  const headings = document.nodes('heading')
  const clones: { readonly url: string; readonly start: number; readonly section: number }[] = []
  for (const command of commands) {
    const url = command.name.text === 'git' && command.args[0]?.text === 'clone' ? command.args.find(word => /[/:]/.test(word.text))?.text : undefined
    if (url !== undefined && clones.length < 5 && !clones.some(one => one.url === url)) {
      clones.push({ url, start: command.start, section: lastAtOrBefore(headings, command.start) })
    }
  }
  for (const match of document.text.matchAll(REPOSITORY_SAID)) {
    const name = match[1] ?? ''
    if (clones.length < 8 && /[-/]/.test(name) && !ADJECTIVE.test(name)) clones.push({ url: name, start: match.index, section: lastAtOrBefore(headings, match.index) })
  }
  return command => clones
    .filter(one => one.start < command.start)
    .map(one => ({ url: one.url, here: one.section === lastAtOrBefore(headings, command.start) }))
}

/** Index of the last node that starts at or before an offset; -1 for none. */
function lastAtOrBefore(nodes: readonly MarkdownNode[], offset: number): number {
  return leadingCount(nodes, node => node.start <= offset) - 1
}

function isProjectMaker(command: ShellCommand): boolean {
  const [first, second] = command.args.filter(word => !word.text.startsWith('-')).map(word => word.text)
  switch (command.name.text) {
    case 'npm': case 'pnpm': case 'yarn': case 'bun': case 'deno':
      return first === 'create' || first === 'init' || ((first === 'dlx' || first === 'x') && isCreator(second))
    case 'npx': case 'bunx': case 'pnpx': return isCreator(first)
    case 'ng': case 'nest': case 'vue': case 'rails': case 'cargo': case 'poetry': case 'uv': return first === 'new' || first === 'create' || first === 'init'
    case 'composer': return first === 'create-project'
    default: return command.name.text.startsWith('create-')
  }
}

function isCreator(word: string | undefined): boolean {
  return word !== undefined && /(?:^|\/)create-|^(?:degit|tiged|giget|express-generator|@nestjs\/cli|@angular\/cli|sv|nuxi|gatsby|@tanstack\/cli)/.test(word)
}
