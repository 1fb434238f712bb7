/** The edits that findings bring, put into a text. Pure: whoever asks has read the text, and writes it. */
import type { Finding, FindingFix } from './finding.ts'

/** Which fixes are wanted: the certain ones, or suggestions too. */
export type FixChoice = 'safe' | 'all'

export interface FixedText {
  readonly text: string
  /** Findings whose edits are in the text now. */
  readonly applied: readonly Finding[]
  /** Findings whose edits overlap an applied one: their turn comes when the text was judged again. */
  readonly waiting: readonly Finding[]
  /** Findings that speak of words which do not stand there: the text is not the one that was judged. */
  readonly refused: readonly Finding[]
}

const BOM = '\ufeff'

/**
 * Applies fixes; of edits that overlap the first by place wins.
 * @param text as read; a byte order mark stays, offsets are of the text without it
 * @param findings of this one text, in any order; those without a wanted fix are passed over
 */
export function applyFixes(text: string, findings: readonly Finding[], choice: FixChoice): FixedText {
  const mark = text.startsWith(BOM) ? BOM : ''
  const body = text.slice(mark.length)
  const applied: Finding[] = []
  const waiting: Finding[] = []
  const refused: Finding[] = []
  const parts: string[] = []
  let last: FindingFix | undefined
  let end = 0
  for (const { finding, fix } of wantedFixes(findings, choice)) {
    if (!isAsJudged(body, finding, fix)) {
      refused.push(finding)
      continue
    }
    if (last !== undefined && (fix.range[0] < end || fix.range[0] === last.range[0])) {
      // Two rules may see the same mistake and say the same of it.
      const same = fix.range[0] === last.range[0] && fix.range[1] === last.range[1] && fix.text === last.text
      const list = same ? applied : waiting
      list.push(finding)
      continue
    }
    const replacement = textInPlace(body, fix)
    if (replacement === body.slice(...fix.range)) continue
    parts.push(body.slice(end, fix.range[0]), replacement)
    end = fix.range[1]
    last = fix
    applied.push(finding)
  }
  return { text: mark + parts.join('') + body.slice(end), applied, waiting, refused }
}

/** Whether a fix is one that the choice takes. */
export function isWanted(fix: FindingFix | undefined, choice: FixChoice): fix is FindingFix {
  return fix !== undefined && (choice === 'all' || fix.safety === 'safe')
}

/**
 * What an edit writes where it stands. In the row of a table a `|` would end the cell, in code too, so it is escaped.
 * @param text the document without its byte order mark
 */
export function textInPlace(text: string, { range: [start, end], text: replacement }: FindingFix): string {
  if (!replacement.includes('|')) return replacement
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextLine = text.indexOf('\n', end)
  const around = text.slice(lineStart, start) + text.slice(end, nextLine < 0 ? undefined : nextLine)
  return /(?:^|[^\\])\|/.test(around) ? replacement.replace(/(\\?)\|/g, '\\|') : replacement
}

function wantedFixes(findings: readonly Finding[], choice: FixChoice): { readonly finding: Finding, readonly fix: FindingFix }[] {
  return findings
    .flatMap(finding => (isWanted(finding.fix, choice) ? [{ finding, fix: finding.fix }] : []))
    .sort((a, b) => a.fix.range[0] - b.fix.range[0] || a.fix.range[1] - b.fix.range[1])
}

/** A subject may be cut short, never changed. */
function isAsJudged(body: string, { start, subject }: Finding, { range }: FindingFix): boolean {
  return range[0] >= 0 && range[0] <= range[1] && range[1] <= body.length && body.startsWith(subject, start)
}
