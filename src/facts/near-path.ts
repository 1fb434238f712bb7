/** The name that was probably meant. */
import { distance } from 'fastest-levenshtein'
import type { Repository } from '../core/repository.ts'
import { baseName, filesFact, folderOf } from './files.ts'

export interface NearPath {
  readonly path: string
  /** `ending`: the same name with another ending (`typedoc.js` beside `typedoc.json`); `typing`: a letter or two differ. */
  readonly why: 'ending' | 'typing'
}

/** A namesake in the folder that the path names, when that folder exists. */
export function nearPath(repository: Repository, path: string): NearPath | undefined {
  const files = repository.get(filesFact)
  const folder = folderOf(path)
  if (!files.hasFolder(folder)) return undefined
  const name = baseName(path)
  const stem = stemOf(name)
  let best: { readonly name: string; readonly score: number; readonly why: NearPath['why'] } | undefined
  for (const sibling of new Set(files.childrenOf(folder))) {
    if (stem.length >= 3 && stemOf(sibling) === stem && name !== stem && sibling !== stem && areKin(stem, name, sibling)) {
      if (best === undefined || best.score > 0.5) best = { name: sibling, score: 0.5, why: 'ending' }
      continue
    }
    const limit = name.length >= 12 ? 3 : name.length >= 7 ? 2 : name.length >= 5 ? 1 : 0
    if (Math.abs(sibling.length - name.length) > limit) continue
    const score = distance(name, sibling)
    if (score <= limit && onlyNumbersDiffer(name, sibling)) continue
    if (score <= limit && (best === undefined || score < best.score)) best = { name: sibling, score, why: 'typing' }
  }
  return best === undefined ? undefined : { path: folder === '' ? best.name : `${folder}/${best.name}`, why: best.why }
}

/** Stems that files of any kind have: `src/index.html` beside `src/index.ts` is another file (the reader's page, in atproto's manual). */
const EVERYWHERE = /^(?:index|main|mod|lib|app|config|test|setup|build|default|package|readme|license)$/i
const KINDS: readonly RegExp[] = [/\.[cm]?[jt]sx?$/, /\.(?:json[c5]?|ya?ml|toml|[cm]?[jt]s)$/, /\.(?:mdx?|markdown|rst|adoc|txt)$/, /\.(?:sh|bash|zsh|ps1|bat|cmd)$/]

function areKin(stem: string, name: string, sibling: string): boolean {
  return !EVERYWHERE.test(stem) || KINDS.some(kind => kind.test(name) && kind.test(sibling))
}

/**
 * Whether the near name may be offered in place of the written one. `billing.workflow.ts` and `billing.golden.test.ts` share a
 * beginning, `NEXT.md` and `JEST.md` half of their letters, and `data-source.ts` is no folder: that helps a reader to look
 * around, and they are two things.
 */
export function isReplacement({ path, why }: NearPath, written: string): boolean {
  const [near, name] = [baseName(path), baseName(written)]
  if (why === 'ending') return [near, name].every(one => /^\.?[^.]+\.[^.]+$/.test(one))
  if (/.\.\w+$/.test(near) !== /.\.\w+$/.test(name)) return false
  // A swap of two letters counts twice.
  const [ours, theirs] = [stemOf(near), stemOf(name)]
  return distance(ours, theirs) * 3 <= Math.max(ours.length, theirs.length)
}

/** `0042-a.md` and `0043-a.md` are two things, not a slip. */
function onlyNumbersDiffer(a: string, b: string): boolean {
  return /\d/.test(a) && a.replace(/\d+/g, '#') === b.replace(/\d+/g, '#')
}

function stemOf(name: string): string {
  const dot = name.indexOf('.', 1)
  return dot < 0 ? name : name.slice(0, dot)
}
