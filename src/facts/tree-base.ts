/** Which folder a tree diagram shows, if it shows this repository at all. */
import { joinPath } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import { filesFact } from './files.ts'
import { basesOf } from './resolve-path.ts'

export interface TreeBase {
  /** The full path of an entry of the diagram; `undefined` for the diagram's own root line. */
  place(entry: string): string | undefined
}

/** At least this share of a diagram's entries must exist: with less it is somebody else's tree, or a plan. */
const OWN_SHARE = 0.6

/** Finds the folder under which most entries exist, with or without the diagram's first line. */
export function treeBase(repository: Repository, documentPath: string, entries: readonly string[]): TreeBase | undefined {
  const files = repository.get(filesFact)
  const roots = new Set(entries.map(entry => entry.split('/', 1)[0] ?? ''))
  const [only] = roots
  const strip = roots.size === 1 && only !== undefined ? only.length + 1 : 0
  let best: { readonly base: string; readonly cut: number; readonly share: number } | undefined
  for (const base of basesOf(documentPath)) {
    for (const cut of strip > 0 ? [0, strip] : [0]) {
      const inner = entries.map(entry => entry.slice(cut)).filter(entry => entry !== '')
      if (inner.length < 2) continue
      const present = inner.filter(entry => {
        const path = joinPath(base, entry)
        return path !== undefined && (files.has(path) || files.hasFolder(path))
      })
      const share = present.length / inner.length
      if (share >= OWN_SHARE && (best === undefined || share > best.share)) best = { base, cut, share }
    }
  }
  if (best === undefined) return undefined
  const { base, cut } = best
  return { place: entry => (entry.length <= cut ? undefined : joinPath(base, entry.slice(cut))) }
}
