/** The entries of tree diagrams as path mentions. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { surroundingsOf, wordingOf } from '../wording.ts'
import { mentionAt, type PathTarget } from './mention.ts'
import { readPath } from './token.ts'
import { isTreeDiagram, treeEntries } from './tree-diagram.ts'

/** How many other entries each entry carries, so that verification can tell whose tree it is. */
const SAMPLE = 24

/** Every entry of every diagram; an entry carries a sample of its neighbours, which say whether the tree is this repository's. */
export function* pathsInTrees(document: Document): Iterable<Mention<PathTarget>> {
  for (const node of document.nodes('code')) {
    if (!isTreeDiagram(node.value)) continue
    const entries = [...treeEntries(document, node)]
    const step = Math.max(1, Math.floor(entries.length / SAMPLE))
    const sample = entries.filter((_, index) => index % step === 0).slice(0, SAMPLE).map(entry => entry.path)
    for (const entry of entries) {
      // The first line is a path like any other: `tests/specs/nursery/`.
      const token = entry.root && entry.path.includes('/') ? readPath(document.text.slice(entry.start, entry.end)) : undefined
      if (token !== undefined) yield mentionAt(document, node, token, entry.start, 'code')
      if (entry.root) continue
      const around = surroundingsOf(document, node, entry.start, entry.end)
      const wording = wordingOf(entry.note)
      yield {
        start: entry.start,
        end: entry.end,
        target: {
          path: entry.path, form: 'path', explicit: false, folder: entry.folder, glob: false, origin: 'tree', neighbours: sample,
          ...(wording === undefined ? {} : { wording }),
          ...(around.section === undefined ? {} : { section: around.section }),
          ...(around.struck ? { struck: true as const } : {}),
        },
      }
    }
  }
}
