/** The engine: extract every document, hold every reference against the repository, give one report. */
import type { Document } from './document.ts'
import { extract, extractFrom, type Extraction, type RuleSetting } from './extraction.ts'
import type { Finding, Place, Severity, SuppressedFinding, UnknownClaim } from './finding.ts'
import type { JudgedReference, Report, SetAside } from './report.ts'
import type { Repository } from './repository.ts'
import type { Reference } from './reference.ts'
import { formatMessage, UNVERIFIED, type Judgement } from './rule.ts'
import { judgeDirectives, pageUrl } from './judge-directives.ts'
import { createExcuses, type Excuses } from './suppressions.ts'
import { isBelow, type Broken, type Confidence, type Fix, type Verdict } from './verdict.ts'

/** Remembers extractions by content. `lookup` and `store` take the document's path for documents without a blob id. */
export interface ExtractionCache {
  lookup(path: string, blob: string | undefined): Extraction | undefined
  store(path: string, blob: string | undefined, extraction: Extraction): void
}

export interface CheckOptions {
  readonly rules: readonly RuleSetting[]
  /** Documents in which what can't be verified fails. */
  readonly isStrict: (path: string) => boolean
  /** Findings below it are left out. */
  readonly minConfidence: Confidence
  /** Every rule id that a suppression may name, also of rules that are off. Default: the ids of `rules`. */
  readonly knownRules?: Iterable<string>
  /** The level of `valid-suppressions`. Default: error. */
  readonly suppressionSeverity?: Severity | 'off'
  readonly setAside: readonly SetAside[]
  /** Whether the run is over all documents: then what stands in none of them is judged too. */
  readonly whole?: boolean
  /** Fill `report.references`. */
  readonly keepReferences?: boolean
  readonly cache?: ExtractionCache | undefined
  /** Called before each document, for a progress line. */
  readonly onDocument?: ((done: number, total: number) => void) | undefined
}

/** Rounds of judging; what is still asked after the last one has its default for an answer. */
const MOST_ROUNDS = 4

/** Documents that were read, to be judged as often as more is known. */
export interface ReadDocuments {
  /** Judges every document with what the repository knows by now. */
  judge(): Report
}

/**
 * Checks documents.
 * @param paths documents from the root, with forward slashes; one that can't be read becomes a notice
 */
export function checkDocuments(repository: Repository, paths: readonly string[], options: CheckOptions): Report {
  return readDocuments(repository, paths, options).judge()
}

/** The first half of `checkDocuments`: reads documents, and judges none. */
export function readDocuments(repository: Repository, paths: readonly string[], options: CheckOptions): ReadDocuments {
  const reading = new Run(repository, options)
  const extractions: (readonly [string, Extraction])[] = []
  const missing = paths.filter(path => options.cache?.lookup(path, repository.source.files.get(path)?.blob) === undefined)
  repository.source.prefetch(missing)
  paths.forEach((path, index) => {
    options.onDocument?.(index, paths.length)
    const extraction = reading.extract(path)
    if (extraction !== undefined) extractions.push([path, extraction])
  })
  return {
    judge() {
      const run = new Run(repository, options, reading)
      run.judgeAll(extractions)
      if (options.whole === true) run.judgeUnwritten()
      return run.report(extractions.map(([path]) => path))
    },
  }
}

/** Checks one document that is at hand, as an editor has it. */
export function checkDocument(repository: Repository, document: Document, options: CheckOptions): Report {
  const run = new Run(repository, options)
  const extraction = extractFrom(document, options.rules)
  run.note(document.path, extraction)
  run.judgeAll([[document.path, extraction]])
  return run.report([document.path])
}

class Run {
  readonly #repository: Repository
  readonly #options: CheckOptions
  readonly #findings: Finding[] = []
  readonly #unknown: UnknownClaim[] = []
  readonly #suppressed: SuppressedFinding[] = []
  readonly #hidden: Finding[] = []
  readonly unread: string[]
  readonly #references: JudgedReference[] = []
  readonly #silent: string[] = []
  readonly #strict: string[] = []
  readonly notices: string[]
  readonly #knownRules: ReadonlySet<string>
  #total = 0
  #holds = 0
  #broken = 0
  #unknownCount = 0

  /** @param reading the run that read the documents */
  constructor(repository: Repository, options: CheckOptions, reading?: Run) {
    this.notices = [...reading?.notices ?? []]
    this.unread = [...reading?.unread ?? []]
    this.#repository = repository
    this.#options = options
    this.#knownRules = new Set(options.knownRules ?? options.rules.map(setting => setting.rule.id))
  }

  extract(path: string): Extraction | undefined {
    const { cache, rules } = this.#options
    const blob = this.#repository.source.files.get(path)?.blob
    const cached = cache?.lookup(path, blob)
    if (cached !== undefined) return cached
    const bytes = this.#repository.source.read(path)
    if (bytes === undefined) {
      this.notices.push(`${path} can't be read; it was not checked.`)
      this.unread.push(path)
      return undefined
    }
    const text = bytes.toString('utf8')
    const valid = !text.includes('\ufffd') || isUtf8(bytes)
    if (!valid) this.notices.push(`${path} is not valid UTF-8; broken characters were read as \ufffd.`)
    const extraction = extract(path, text, rules)
    this.note(path, extraction)
    // A document that wants a notice is read again next time.
    if (valid && extraction.unreadable === undefined) cache?.store(path, blob, extraction)
    return extraction
  }

  /** Tells of a document that could not be read as Markdown. */
  note(path: string, extraction: Extraction): void {
    if (extraction.unreadable !== true) return
    this.notices.push(`${path} can't be parsed in bounded time; it was not checked.`)
    this.unread.push(path)
  }

  /** Judges every document; those whose rules asked something are judged again when it is answered. */
  judgeAll(extractions: readonly (readonly [string, Extraction])[]): void {
    const judged = new Map<number, readonly (readonly [RuleSetting, readonly Judgement[]])[]>()
    // An answer may raise the next question: where a name stands, then where it stood.
    let open = extractions.map((_, index) => index)
    for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
      if (round > 0) this.#repository.answerLocally()
      open = open.filter((index) => {
        const [path, extraction] = extractions[index] ?? []
        if (path === undefined || extraction === undefined) return false
        const before = this.#repository.unanswered
        judged.set(index, this.#judge(path, extraction))
        return this.#repository.unanswered > before
      })
    }
    extractions.forEach(([path, extraction], index) => {
      this.#recordDocument(path, extraction, judged.get(index) ?? [])
    })
  }

  #judge(path: string, extraction: Extraction): readonly (readonly [RuleSetting, readonly Judgement[]])[] {
    return this.#options.rules.map((setting) => {
      const judgements: Judgement[] = []
      for (const written of extraction.references[setting.rule.id] ?? []) {
        const reference = written.path === path ? written : { ...written, path }
        const verdict = setting.rule.verify(reference, this.#repository, setting.options)
        if (verdict !== undefined) judgements.push({ reference, verdict })
      }
      return [setting, [...setting.rule.settle?.(judgements) ?? judgements, ...setting.rule.unwritten?.(this.#repository, path) ?? []]]
    })
  }

  /** Judges what stands in no document. */
  judgeUnwritten(): void {
    const excuses = createExcuses([])
    for (const setting of this.#options.rules) {
      for (const { reference, verdict } of setting.rule.unwritten?.(this.#repository, undefined) ?? []) {
        this.#record(setting, reference, verdict, excuses, false)
      }
    }
  }

  #recordDocument(path: string, extraction: Extraction, judged: readonly (readonly [RuleSetting, readonly Judgement[]])[]): void {
    const excuses = createExcuses(extraction.directives)
    const strict = extraction.strict || this.#options.isStrict(path)
    if (strict) this.#strict.push(path)
    let count = 0
    for (const [setting, judgements] of judged) {
      count += judgements.length
      for (const { reference, verdict } of judgements) this.#record(setting, reference, verdict, excuses, strict)
    }
    if (count === 0) this.#silent.push(path)
    this.#findings.push(...judgeDirectives(path, extraction.directives, excuses, this.#knownRules, this.#options.suppressionSeverity ?? 'error'))
  }

  #record(setting: RuleSetting, reference: Reference, verdict: Verdict, excuses: Excuses, strict: boolean): void {
    this.#total++
    const place = placeOf(reference)
    const rule = setting.rule.id
    if (this.#options.keepReferences === true) this.#references.push({ ...place, rule, subject: reference.subject, verdict })
    if (verdict.status === 'holds') {
      this.#holds++
      return
    }
    if (verdict.status === 'unknown') {
      this.#unknownCount++
      this.#unknown.push({ ...place, rule, subject: reference.subject, reason: verdict.reason })
      if (strict) {
        this.#add(this.#finding(setting, reference, {
          status: 'broken', confidence: 'high', messageId: UNVERIFIED.messageId, data: { reason: verdict.reason },
        }), excuses)
      }
      return
    }
    this.#broken++
    const finding = this.#finding(setting, reference, verdict)
    if (isBelow(verdict.confidence, this.#options.minConfidence) && !strict) this.#hidden.push(finding)
    else this.#add(finding, excuses)
  }

  #finding(setting: RuleSetting, reference: Reference, verdict: Broken): Finding {
    const template = verdict.messageId === UNVERIFIED.messageId
      ? UNVERIFIED.message
      : setting.rule.meta.messages[verdict.messageId] ?? verdict.messageId
    return {
      ...placeOf(reference),
      rule: setting.rule.id, severity: setting.severity, confidence: verdict.confidence, subject: reference.subject,
      message: formatMessage(template, verdict.data), messageId: verdict.messageId, data: verdict.data,
      evidence: verdict.evidence, fix: writable(verdict.fix),
      url: pageUrl(setting.rule),
    }
  }

  #add(finding: Finding, excuses: Excuses): void {
    const excuse = excuses.excuse(finding.rule, finding.line)
    if (excuse === undefined) this.#findings.push(finding)
    else this.#suppressed.push({ ...finding, reason: excuse.reason })
  }

  report(judged: readonly string[]): Report {
    const { source } = this.#repository
    return {
      repository: { commit: source.head, source: source.kind, shallow: source.shallow },
      summary: {
        documents: judged.length, references: this.#total, holds: this.#holds, broken: this.#broken, unknown: this.#unknownCount,
        suppressed: this.#suppressed.length, baselined: 0, silent: this.#silent.length, setAside: this.#options.setAside.length,
        files: 0, problems: 0,
      },
      findings: this.#findings.sort(byPlace),
      unknown: this.#unknown,
      suppressed: this.#suppressed,
      baselined: [],
      hidden: this.#hidden,
      setAside: this.#options.setAside,
      judged,
      unread: this.unread,
      strict: this.#strict,
      silent: this.#silent,
      references: this.#references,
      notices: this.notices,
    }
  }
}

/** A name with a backtick or a line break can't be put where another one stood without new mark-up around it. */
function writable(fix: Fix | undefined): Fix | undefined {
  return fix === undefined || /[`\r\n]/.test(fix.text) ? undefined : fix
}

function placeOf(reference: Reference): Place {
  const { path, line, column, endLine, endColumn, start, end } = reference
  return { path, line, column, endLine, endColumn, start, end }
}

/** The order of a report: by path, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.start - b.start || a.end - b.end
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
