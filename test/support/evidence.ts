/** Pages of evidence as tests need them: of documents with claims just where a test wants them. */
import { runCheck } from '../../src/hosts/cli/check-run.ts'
import { readArguments } from '../../src/hosts/cli/arguments.ts'
import { checkDocuments } from '../../src/core/check.ts'
import type { Report } from '../../src/core/report.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { formatEvidence } from '../../src/reporters/html/evidence-page.ts'
import type { EvidenceSubject } from '../../src/reporters/html/subject.ts'
import { memoryRepository } from './memory-repository.ts'

const NOWHERE: Omit<EvidenceSubject, 'textOf'> = { name: 'own/it', home: 'https://example.org/own/it', tree: 'f'.repeat(40), date: '2024-01-03T12:00:00+00:00', changes: 0, scope: undefined }

/** Words that claim something wherever they stand, with their verdicts; `[start, end]` pairs by offset in `at`. */
export interface Claimed {
  readonly words?: Readonly<Record<string, Verdict>>
  readonly at?: readonly (readonly [start: number, end: number, verdict: Verdict])[]
  readonly strict?: readonly string[]
}

/** The report of documents in which exactly these words are claims. */
export function claimedReport(files: Readonly<Record<string, string>>, { words = {}, at = [], strict = Object.keys(files) }: Claimed): Report {
  const verdicts: Verdict[] = []
  const rule = defineDocRule<number, object>({
    id: 'test-claims',
    meta: { description: 'Require what a test wants', schema: { type: 'object', properties: {}, additionalProperties: false }, defaultOptions: {}, messages: { wrong: '`{{name}}` is wrong.' }, recommended: true, fixable: false },
    * references({ text }) {
      for (const [word, verdict] of Object.entries(words)) {
        for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + word.length)) yield { start, end: start + word.length, target: verdicts.push(verdict) - 1 }
      }
      for (const [start, end, verdict] of at) yield { start, end, target: verdicts.push(verdict) - 1 }
    },
    verify: ({ target }) => verdicts[target],
  })
  return checkDocuments(memoryRepository(files), Object.keys(files), {
    rules: [{ rule, options: {}, severity: 'error' }], isStrict: path => strict.includes(path), minConfidence: 'medium', setAside: [], keepReferences: true,
  })
}

/** The page of these documents. */
export function claimedPage(files: Readonly<Record<string, string>>, claimed: Claimed): string {
  return formatEvidence(claimedReport(files, claimed), { ...NOWHERE, textOf: path => files[path] })
}

/** The page of a report without documents, or with texts of its own. */
export function pageOfReport(report: Report, more: Partial<EvidenceSubject> = {}): string {
  return formatEvidence(report, { ...NOWHERE, textOf: () => undefined, ...more })
}

/** The page of a real repository, and its report. */
export async function pageOfCheckout(root: string): Promise<{ readonly report: Report, readonly page: string }> {
  const { report, source } = await runCheck(readArguments(['check', '--root', root, '--no-cache']), true)
  return { report, page: formatEvidence(report, { ...NOWHERE, textOf: path => source.read(path)?.toString('utf8').replace(/^\ufeff/, '') }) }
}

/** Numbers of the claims that are marked on a page, in order. */
export function markedClaims(page: string): readonly number[] {
  return [...page.matchAll(/<a class="m \w+" id="m(\d+)"/g)].map(match => Number(match[1]))
}

/** The words that a page underlines, with the worst verdict of their claims. */
export function underlined(page: string): readonly string[] {
  return [...page.matchAll(/<span class="c (\w+)">([^<]*)<\/span>/g)].map(([, status = '', words = '']) => `${status} ${words}`)
}
