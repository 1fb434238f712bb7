/** A finished report held against the baseline of its repository. */
import { baselineOf, NO_BASELINE, type Baseline } from '../baseline/baseline.ts'
import { match, settle, type Scope, type Settlement } from '../baseline/settle.ts'
import { staleFindings } from '../baseline/stale.ts'
import type { ResolvedConfig } from '../config/resolve.ts'
import { byPlace } from '../core/check.ts'
import type { Finding } from '../core/finding.ts'
import { SUPPRESSION_RULE } from '../core/judge-directives.ts'
import type { Report } from '../core/report.ts'
import type { Repository } from '../core/repository.ts'
import { languageOf } from '../core/source-file.ts'

/** A report without the findings that are known, and how that came about. */
export interface Held {
  readonly report: Report
  readonly baseline: Baseline
  readonly settlement: Settlement
}

/** What a run was about; a part that it leaves out is `undefined`. */
export interface Looked {
  /** Whether all documents were judged, or some. */
  readonly documents: 'all' | 'some' | undefined
  readonly code: 'all' | 'some' | undefined
}

/**
 * Takes findings that the baseline knows out of a report, and adds what it holds in vain.
 * @param honoured whether the baseline counts at all
 * @throws UserError for a baseline that can't be read
 */
export function holdAgainstBaseline(report: Report, repository: Repository, config: ResolvedConfig, looked: Looked, honoured = true): Held {
  const baseline = honoured ? baselineOf(repository) : NO_BASELINE
  const settlement = settle(baseline.entries, report, repository, scopeOf(config, looked))
  if (baseline.entries.length === 0) return { report, baseline, settlement }
  const stale = staleFindings(settlement.stale, baseline.text ?? '', config.suppressionSeverity)
  const problems = settlement.baselined.filter(({ path }) => languageOf(path) !== undefined).length
  return {
    report: {
      ...report,
      findings: stale.length === 0 ? settlement.fresh : [...settlement.fresh, ...stale].sort(byPlace),
      baselined: settlement.baselined,
      summary: { ...report.summary, baselined: settlement.baselined.length, problems: report.summary.problems - problems },
    },
    baseline,
    settlement,
  }
}

function scopeOf(config: ResolvedConfig, { documents, code }: Looked): Scope {
  return {
    ran: new Set([
      ...documents === undefined ? [] : config.rules.map(({ rule }) => rule.id),
      ...code === undefined ? [] : config.codeRules.map(({ rule }) => rule.id),
      ...config.suppressionSeverity === 'off' ? [] : [SUPPRESSION_RULE],
    ]),
    known: new Set(config.knownRules),
    allDocuments: documents === 'all',
    allCode: code === 'all',
  }
}

/**
 * Those of some findings that the baseline does not know, for a host that sees one file at a time: whether an entry is still needed
 * only a run over everything can say.
 * @param findings of one file, in order
 * @throws UserError for a baseline that can't be read
 */
export function newFindings(findings: readonly Finding[], repository: Repository): readonly Finding[] {
  const { entries } = baselineOf(repository)
  return match(entries, findings, repository).fresh
}
