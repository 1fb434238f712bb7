/** Ways around in the configuration of git hooks (lefthook, pre-commit), manifests, Dockerfiles and Makefiles. */
import { commandsInDockerfile } from '../docker/snippets.ts'
import { commandsInMakefile } from '../make/snippets.ts'
import { commandsInManifest } from '../manifest/snippets.ts'
import type { Snippet } from '../shell/snippet.ts'
import { readScript } from '../shell/script.ts'
import { readYamlTree, type YamlValue } from '../yaml/tree.ts'
import { movedTo, type Bypass } from './bypass.ts'
import { gateOf, isGateScript } from './gate.ts'
import { bypassesInShell, type ShellPlace } from './shell.ts'

const LEFTHOOK = /(?:^|\/)\.?lefthook(?:-local)?\.ya?ml$/
const PRE_COMMIT = /(?:^|\/)\.pre-commit-config\.ya?ml$/

/** Whether a YAML file configures git hooks. */
export function configuresHooks(path: string): boolean {
  return LEFTHOOK.test(path) || PRE_COMMIT.test(path)
}

/** Ways around in a lefthook or pre-commit file. Offsets are into it. */
export function bypassesInHookConfig(path: string, text: string): readonly Bypass[] {
  const [root] = readYamlTree(text)
  if (root === undefined) return []
  const found: Bypass[] = []
  const visit = (value: YamlValue, name: string, depth: number): void => {
    if (depth > 20) return
    const run = value.get('run') ?? (PRE_COMMIT.test(path) ? value.get('entry') : undefined)
    if (typeof run?.scalar === 'string') {
      const snippet = run.snippet(name)
      found.push(...inSnippet(snippet, { isGate: true, byPeople: true, stops: false, guards: true }))
      found.push(...switchedOff(value, snippet, name))
    }
    for (const entry of value.entries) visit(entry.value, entry.key, depth + 1)
    for (const item of value.items) visit(item, name, depth + 1)
  }
  visit(root, '', 0)
  return found
}

/** `skip: true`. */
function switchedOff(value: YamlValue, run: Snippet, name: string): readonly Bypass[] {
  const entry = value.entries.find(({ key }) => key === 'skip')
  const gate = entry?.value.scalar === true ? readScript(run.text).commands.map(gateOf).find(one => one !== undefined) : undefined
  return entry === undefined || gate === undefined ? [] : [{ start: entry.start, end: entry.value.end, messageId: 'disabled', data: { name, gate }, confidence: 'high' }]
}

/**
 * Ways around in the scripts and hooks of a package.json.
 * @param mustNotFail whether a file, from the manifest, is a script whose failure may not get lost
 */
export function bypassesInManifest(text: string, mustNotFail: (path: string) => boolean): readonly Bypass[] {
  return commandsInManifest(text).flatMap((command) => {
    const isGate = !/^(?:scripts|prisma)$/.test(command.kind) || isGateScript(command.name)
    return inSnippet(command, { isGate, byPeople: true, stops: false, guards: isGate, mustNotFail })
  })
}

/** Ways around in what a Dockerfile runs. */
export function bypassesInDockerfile(text: string): readonly Bypass[] {
  return commandsInDockerfile(text).flatMap(command => inSnippet(command, { isGate: false, byPeople: false, stops: false, guards: true }))
}

/** Ways around in the recipes of a Makefile; a `-` before a gate throws its failure away. */
export function bypassesInMakefile(text: string): readonly Bypass[] {
  return commandsInMakefile(text).flatMap((command): readonly Bypass[] => {
    const gate = command.ignored === undefined ? undefined : readScript(command.text).commands.map(gateOf).find(one => one !== undefined)
    const thrown: readonly Bypass[] = gate === undefined || command.ignored === undefined ? []
      : [{ start: command.ignored, end: command.ignored + 1, messageId: 'swallowed', data: { swallow: '-', gate }, confidence: 'high' }]
    return [...thrown, ...inSnippet(command, { isGate: false, byPeople: true, stops: true, guards: true })]
  })
}

function inSnippet(snippet: Snippet, place: ShellPlace): readonly Bypass[] {
  return bypassesInShell(snippet.text, place).map(bypass => movedTo(bypass, offset => snippet.toFile(offset)))
}
