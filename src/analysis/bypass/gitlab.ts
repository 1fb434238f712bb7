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

/** Every way around in a pipeline. Offsets are into the file. */
export function bypassesInPipeline(text: string): readonly Bypass[] {
  return readYamlTree(text).flatMap(root => root.entries.flatMap(({ key, value }) => bypassesInJob(key, value)))
}

function bypassesInJob(name: string, job: YamlValue): readonly Bypass[] {
  const scripts = ['before_script', 'script', 'after_script'].flatMap((key) => {
    const value = job.get(key)
    return value === undefined ? [] : [value, ...value.items]
  }).filter(one => typeof one.scalar === 'string').map(one => one.snippet(`job \`${name}\``))
  const lines = scripts.flatMap(script => bypassesInShell(script.text, { isGate: false, byPeople: false, stops: true, guards: true }).map(bypass => movedTo(bypass, offset => script.toFile(offset))))
  const allowed = job.entries.find(entry => entry.key === 'allow_failure')
  const gate = allowed?.value.scalar === true ? scripts.flatMap(script => readScript(script.text).commands).map(gateOf).find(one => one !== undefined) : undefined
  if (allowed === undefined || gate === undefined) return lines
  return [{ start: allowed.start, end: allowed.value.end, messageId: 'continues', data: { what: `Job \`${name}\``, gate }, confidence: 'high' }, ...lines]
}
