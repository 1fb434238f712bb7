/** The commits that took names out of their files, kept between runs for as long as nobody touches the files. */
import { declarationAt } from '../../analysis/symbols/declaration.ts'
import { ExactIndex } from '../../analysis/symbols/exact-scan.ts'
import { isInComment } from '../../analysis/symbols/source-file.ts'
import { lineAround } from '../../analysis/symbols/word-scan.ts'
import type { Repository } from '../../core/repository.ts'
import type { PastCommit } from '../../git/document-words.ts'
import { findLastWith, touchedSince, type LostWord } from '../../git/last-with.ts'
import { keptAnswersFact } from '../document-pasts.ts'

/** For more names than these it is not looked up. */
const MOST_NAMES = 100

/**
 * @param head full id of the commit that history is read from
 * @returns in the order of the questions; `undefined` where it was not found
 */
export function removingCommits(repository: Repository, head: string, lost: readonly LostWord[]): readonly (PastCommit | undefined)[] {
  const kept = repository.get(keptAnswersFact)
  const touched = new Map<string, ReadonlySet<string> | undefined>()
  const found = lost.slice(0, MOST_NAMES).map((one) => {
    const answer = readAnswer(kept.get([REMOVED, one.path, one.word]))
    if (answer === undefined) return { one, removed: undefined }
    const { seenFrom, removed } = answer
    if (!touched.has(seenFrom)) touched.set(seenFrom, touchedSince(repository.root, seenFrom, head))
    const untouched = touched.get(seenFrom)?.has(one.path) === false
    if (untouched && seenFrom !== head) keep(one, removed)
    return { one, removed: untouched ? removed : undefined }
  })
  function keep({ path, word }: LostWord, removed: PastCommit): void {
    kept.set([REMOVED, path, word], [head, removed.commit, removed.time])
  }
  const open = found.filter(answer => answer.removed === undefined).map(answer => answer.one)
  const fresh = new Map(findLastWith(repository.root, head, open, declares).map((removed, index) => [open[index], removed]))
  for (const [one, removed] of fresh) if (one !== undefined && removed !== undefined) keep(one, removed)
  return lost.map((_, index) => found[index]?.removed ?? fresh.get(found[index]?.one))
}

/** A comment that is left of a name declares nothing. */
function declares(text: Buffer, { path, word }: LostWord): boolean {
  let found = false
  new ExactIndex([word], { dollar: true }).scan(text, (name, at) => {
    if (found) return
    const { line, column } = lineAround(text, at)
    found = !isInComment(path, line, column) && declarationAt(path, line, column, name) !== undefined
  })
  return found
}

const REMOVED = 'removed'

function readAnswer(answer: unknown): { readonly seenFrom: string; readonly removed: PastCommit } | undefined {
  const [seenFrom, commit, time] = Array.isArray(answer) ? answer as readonly unknown[] : []
  return typeof seenFrom === 'string' && typeof commit === 'string' && typeof time === 'number' ? { seenFrom, removed: { commit, time } } : undefined
}
