/** What the first line of a commit message says of pull requests: the forms that hosting services write. */

export interface SubjectSays {
  /** The request that this commit merged. */
  readonly merged?: {
    readonly number: number
    /** `merge`: only a service writes so; `squash`: a number in brackets at the end, which people write of issues too. */
    readonly how: 'merge' | 'squash'
    readonly title: string
  }
  /** A request that was taken back (or, when a revert was reverted, brought in again). */
  readonly reverted?: { readonly number: number; readonly again: boolean }
}

/** Merges: GitHub and Bitbucket Server, Gitea and Forgejo, Bitbucket, Azure, bors and homu. The number comes first, a title may follow. */
const MERGES: readonly RegExp[] = [
  /^Merge pull request '(?<title>[^\n]{0,300})' \(#(?<number>\d{1,7})\) from /,
  /^Merge(?:d)? pull request #(?<number>\d{1,7})(?: from (?<branch>\S{1,250}))?(?: in \S{1,200})?(?=[\s:.]|$)/,
  /^Merged in (?<branch>\S{1,250}) \(pull request #(?<number>\d{1,7})\)/,
  /^Pull request #(?<number>\d{1,7}): (?<title>.{0,300})/,
  /^Merged PR (?<number>\d{1,7}): (?<title>.{0,300})/,
  /^Auto merge of #(?<number>\d{1,7}) /,
  /^See merge request (?:[\w./-]{1,200})?!(?<number>\d{1,7})\s*$/,
]
const SQUASH = /^(?<title>.{0,300}?)\s?\((?:#|!|pull request #)(?<number>\d{1,7})\)\s*$/
/** GitHub names the branch of a revert after the request: `revert-12-branch`. */
const REVERT_BRANCH = /\/((?:revert-\d{1,7}-)+)/

/** Reads one subject. */
export function readSubject(subject: string): SubjectSays {
  const merged = mergedIn(subject)
  const reverted = revertedIn(subject)
  return { ...(merged === undefined ? {} : { merged }), ...(reverted === undefined ? {} : { reverted }) }
}

function mergedIn(subject: string): SubjectSays['merged'] {
  const first = subject[0]
  if (first === 'M' || first === 'P' || first === 'A' || first === 'S') {
    for (const pattern of MERGES) {
      const groups = pattern.exec(subject)?.groups
      if (groups !== undefined) return { number: Number(groups['number']), how: 'merge', title: (groups['title'] ?? '').trim() }
    }
  }
  if (!subject.trimEnd().endsWith(')')) return undefined
  const groups = SQUASH.exec(subject.slice(-400))?.groups
  return groups === undefined ? undefined : { number: Number(groups['number']), how: 'squash', title: (groups['title'] ?? '').trim() }
}

function revertedIn(subject: string): SubjectSays['reverted'] {
  const branch = subject.startsWith('Merge pull request') ? REVERT_BRANCH.exec(subject.slice(0, 300))?.[1] : undefined
  if (branch !== undefined) {
    const numbers = branch.match(/\d+/g) ?? []
    return { number: Number(numbers.at(-1)), again: numbers.length % 2 === 0 }
  }
  const opening = /^(?:Revert\s{1,2}["'“]|Reapply\s{1,2}["'“]|revert:\s{0,2}["'“]?){1,6}/.exec(subject.slice(0, 200))?.[0]
  if (opening === undefined) return undefined
  const inner = subject.slice(opening.length)
  const number = /^Merge(?:d)? pull request #(\d{1,7})\b/.exec(inner)?.[1] ?? /\((?:#|!)(\d{1,7})\)["'”]/.exec(inner)?.[1]
  if (number === undefined) return undefined
  const reverts = opening.match(/revert/gi)?.length ?? 0
  return { number: Number(number), again: reverts % 2 === 0 }
}
