/** Content with some files other than they lie there: in an editor not saved, or fixed and not written yet. */
import type { ContentSource } from '../core/source.ts'

/** @param edited new bytes by path from the root */
export function editedSource(source: ContentSource, edited: ReadonlyMap<string, Buffer>): ContentSource {
  if (edited.size === 0) return source
  const files = new Map(source.files)
  for (const path of edited.keys()) files.set(path, { mode: files.get(path)?.mode ?? '100644', blob: undefined })
  return { ...source, files, fingerprint: undefined, read: path => edited.get(path) ?? source.read(path) }
}
