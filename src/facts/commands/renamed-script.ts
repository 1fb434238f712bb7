/** What a script of a package.json that is gone is called now. */
import { isRecord } from '../../core/record.ts'
import type { Repository } from '../../core/repository.ts'
import { documentVersionsFact } from '../document-versions.ts'
import type { Package } from '../packages.ts'
import { dateOf } from '../receipt.ts'

export interface RenamedScript {
  readonly name: string
  /** Whether the new one runs the very same command; otherwise it is only the one that came when the old one went. */
  readonly same: boolean
  /** " in 06825867 (2024-01-07)", ", not committed yet". */
  readonly when: string
}

/**
 * Follows a script into its package's history; `undefined` when it never had one, or when several may have taken its place.
 */
export function renamedScript(repository: Repository, { path, scripts }: Package, script: string): RenamedScript | undefined {
  const versions = repository.get(documentVersionsFact)(path) ?? []
  const last = versions.findLastIndex(version => scriptsIn(version.text).has(script))
  const before = scriptsIn(versions[last]?.text ?? '')
  const command = before.get(script)
  if (command === undefined) return undefined
  const next = versions[last + 1]
  const when = next === undefined ? ', not committed yet' : ` in ${next.commit.slice(0, 8)} (${dateOf(next.time)})`
  const heirs = [...scripts].filter(([name, now]) => now === command && !before.has(name)).map(([name]) => name)
  const twins = [...before.values()].filter(other => other === command).length
  const [heir, another] = heirs
  if (heir !== undefined) return another === undefined && twins === 1 ? { name: heir, same: true, when } : undefined
  const after = next === undefined ? scripts : scriptsIn(next.text)
  const gone = [...before.keys()].filter(name => !after.has(name))
  const [come, more] = [...after.keys()].filter(name => !before.has(name))
  return come !== undefined && more === undefined && gone.length === 1 && scripts.has(come) ? { name: come, same: false, when } : undefined
}

/** Scripts of a manifest as it once was; none where it can't be read. */
function scriptsIn(text: string): ReadonlyMap<string, string> {
  let manifest: unknown
  try {
    manifest = text === '' ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return new Map()
  }
  const scripts = isRecord(manifest) ? manifest['scripts'] : undefined
  return new Map(isRecord(scripts) ? Object.entries(scripts).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [])
}
