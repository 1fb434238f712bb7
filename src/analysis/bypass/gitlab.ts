/** Ways around in pipelines of GitLab: jobs that may fail, and what their scripts throw away. */
import { readScript } from '../shell/script.ts'
import { readYamlTree, type YamlValue } from '../yaml/tree.ts'
import { movedTo, type Bypass } from './bypass.ts'
import { gateOf } from './gate.ts'
import { bypassesInShell } from './shell.ts'

const PIPELINE = /(?:^|\/)\.gitlab-ci\.ya?ml$|^\.gitlab\/(?:[^/]+\/){0,5}[^/]+\.ya?ml$/

/** Whether a YAML file is a pipeline of GitLab. */
export function isPipeline(path: string): boolean {
  return PIPELINE.test(path)
}

/** One look that tells pipelines without any. */
const MAY_BYPASS = /allow_failure|\|\||set \+|exit|--no-verify|--admin|hooksPath|HUSKY|LEFTHOOK|SKIP|skip|BYPASS|FORCE|ALLOW|\bcommit\b/

/** Every way around in a pipeline. Offsets are into the file. */
export function bypassesInPipeline(text: string): readonly Bypass[] {
  if (!MAY_BYPASS.test(text)) return []
  return readYamlTree(text).flatMap(root => root.entries.flatMap(({ key, value }) => bypassesInJob(key, value)))
}

const PLACE = { isGate: false, byPeople: false, stops: true, guards: true } as const

function bypassesInJob(name: string, job: YamlValue): readonly Bypass[] {
  const scripts = ['before_script', 'script', 'after_script'].flatMap((key) => {
    const value = job.get(key)
    return value === undefined ? [] : [value, ...value.items]
  }).filter(one => typeof one.scalar === 'string').map(one => one.snippet(`job \`${name}\``))
  const lines = scripts.flatMap(script => bypassesInShell(script.text, PLACE).map(bypass => movedTo(bypass, offset => script.toFile(offset))))
  const allowed = job.entries.find(entry => entry.key === 'allow_failure')
  const gates = allowed?.value.scalar === true ? scripts.flatMap(script => readScript(script.text).commands).map(gateOf) : []
  const gate = gates.find(one => one !== undefined)
  if (allowed === undefined || gate === undefined) return lines
  return [{ start: allowed.start, end: allowed.value.end, messageId: 'continues', data: { what: `Job \`${name}\``, gate }, confidence: 'high' }, ...lines]
}
