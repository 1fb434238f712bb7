/** One run of the check: which documents, judged how. */
import path from 'node:path'
import { affectedDocuments, nameCause } from '../../affected/affected.ts'
import { changesSince, stagedChanges, type Change } from '../../affected/changes.ts'
import { BASELINE_FILE } from '../../baseline/baseline.ts'
import { openExtractionCache, type OpenExtractionCache } from '../../cache/extraction-cache.ts'
import type { ResolvedConfig } from '../../config/resolve.ts'
import { readDocuments } from '../../core/check.ts'
import { withCode } from '../../core/check-code.ts'
import type { Report } from '../../core/report.ts'
import { createRepository, type Repository } from '../../core/repository.ts'
import type { ContentSource } from '../../core/source.ts'
import { UserError } from '../../core/user-error.ts'
import type { Confidence } from '../../core/verdict.ts'
import { isDocument, selectDocuments, sortOut, type Selection } from '../../documents/select.ts'
import { BlobReader } from '../../git/blobs.ts'
import { cacheSwitch } from '../../git/cache-directory.ts'
import type { Checkout } from '../../git/checkout.ts'
import { GitError } from '../../git/run.ts'
import { lockedAnswers } from '../../lock/answers.ts'
import { LOCK_FILE } from '../../lock/lock.ts'
import type { Patience } from '../../lookups/patience.ts'
import { holdAgainstBaseline, type Held } from '../hold-baseline.ts'
import { judgeCode } from '../judge-code.ts'
import { explainGit, openContent, requireCheckout, unknownRevision } from '../open-checkout.ts'
import { configure } from '../session.ts'
import type { Arguments } from './arguments.ts'
import { pathsFromRoot } from './given-paths.ts'
import { reportOnline } from './online.ts'
import { trackProgress } from './progress.ts'

export interface CheckRun extends Held {
  /** Rules that the configuration brings along. */
  readonly ownRules: ResolvedConfig['ownRules']
  readonly checkout: Checkout
  readonly source: ContentSource
  /** Absolute folder from which paths are shown. */
  readonly base: string
}

/** Fewer documents than this are read faster than their cached extractions are found. */
const WORTH_A_CACHE = 12

/**
 * Opens the checkout and checks what the arguments ask for.
 * @param keepReferences fill `report.references`
 * @param watch gets the content source before anything is read, and may give another one around it
 * @param patience with hosting services, which only `--online` asks
 * @throws UserError for what the user can put right
 */
export async function runCheck(
  { paths, flags }: Arguments, keepReferences: boolean, watch: (source: ContentSource) => ContentSource = source => source,
  patience?: Patience,
): Promise<CheckRun> {
  if (flags.cache === false) cacheSwitch.enabled = false
  const base = path.resolve(flags.root ?? '.')
  const checkout = requireCheckout(base)
  const { config } = await configure(checkout.root, {
    configFile: flags.config, strict: flags.strict, minConfidence: flags['min-confidence'] as Confidence | undefined,
  })
  const blobs = new BlobReader(checkout.root)
  const source = watch(openContent(checkout, flags.at !== undefined ? { commit: flags.at } : flags.staged === true ? 'index' : 'worktree', blobs))
  const repository = createRepository({ root: checkout.root, source, settings: config.settings, answers: lockedAnswers(source) })
  // What the rules of a configuration read may read otherwise tomorrow: their code can change without a word.
  let cache: OpenExtractionCache | undefined
  const mayCache = flags.cache !== false && config.ownRules.length === 0
  const openCache = (): OpenExtractionCache | undefined => (cache ??= mayCache ? openExtractionCache(source, config.rules) : undefined)
  const given = pathsFromRoot(paths, base, checkout.root)
  const narrowed = narrowing(repository, checkout, flags, given, blobs, openCache)
  const selection = flags.docs === false ? { documents: [], setAside: [] } : select(repository, given, narrowed, config)
  const all = given.length === 0 && (narrowed === undefined || narrowed.documents === 'all')
  const code = flags.code === false ? undefined : judgeCode(repository, config, { paths: given, changed: changedPaths(narrowed, given) })
  const judged = selection.documents.length + (code?.files.length ?? 0)
  if (judged === 0 && narrowed === undefined) throw nothingMatched(selection, flags.docs === false)
  const documents = readDocuments(repository, selection.documents, {
    ...config, setAside: selection.setAside, keepReferences: keepReferences || flags.explain === true,
    whole: given.length === 0 && flags.docs !== false,
    cache: selection.documents.length >= WORTH_A_CACHE || cache !== undefined ? openCache() : undefined,
    onDocument: trackProgress(),
  })
  cache?.save(all && flags.docs !== false)
  const documented = flags.online === true ? await reportOnline(repository, documents, patience) : documents.judge()
  const part = all ? 'all' : 'some'
  const looked = { documents: flags.docs === false ? undefined : part, code: code === undefined ? undefined : part } as const
  const whole = code === undefined ? documented : withCode(documented, code)
  const { report, ...held } = holdAgainstBaseline(whole, repository, config, looked, flags.baseline !== false)
  return {
    report: narrowed === undefined ? report : withCause(report, narrowed, flags.staged === true), ...held,
    ownRules: config.ownRules, checkout, source, base,
  }
}

/** What a change leaves to be judged. */
interface Narrowed {
  readonly changes: readonly Change[]
  readonly documents: ReadonlySet<string> | 'all'
  readonly changed: ReadonlySet<string>
}

function narrowing(
  repository: Repository, checkout: Checkout, flags: Arguments['flags'], given: readonly string[], blobs: BlobReader,
  openCache: () => OpenExtractionCache | undefined,
): Narrowed | undefined {
  if (flags.staged !== true && flags.since === undefined) return undefined
  let changes: readonly Change[] | undefined
  try {
    changes = flags.since === undefined ? stagedChanges(checkout, repository.source.head) : changesSince(checkout, flags.since, repository.source)
  } catch (error) {
    if (flags.since !== undefined && error instanceof GitError && error.status !== undefined) throw unknownRevision(flags.since)
    throw explainGit(error)
  }
  // Any claim that only a hosting service can confirm may read otherwise with other facts, and any finding may be known or not.
  if (changes?.some(({ path: changed }) => changed === LOCK_FILE || changed === BASELINE_FILE) === true) return { changes, documents: 'all', changed: new Set(changes.map(change => change.path)) }
  if (changes === undefined) return { changes: [], documents: 'all', changed: new Set() }
  if (given.length > 0) return { changes, documents: 'all', changed: new Set(changes.map(change => change.path)) }
  return { changes, ...affectedDocuments(repository, changes, blobs, openCache) }
}

/** What a run about a change has to look at; `undefined` for everything. */
function changedPaths(narrowed: Narrowed | undefined, given: readonly string[]): ReadonlySet<string> | undefined {
  if (narrowed === undefined || (narrowed.documents === 'all' && given.length === 0)) return undefined
  return new Set(narrowed.changes.map(change => change.path))
}

function select(
  repository: Repository, given: readonly string[], narrowed: Narrowed | undefined,
  config: { readonly ignore: readonly string[]; readonly include: readonly string[] },
): Selection {
  const { ignore, include } = config
  // Who names documents (as pre-commit does) gets exactly these.
  if (narrowed === undefined || narrowed.documents === 'all' || given.length > 0) return selectDocuments(repository, { paths: given, ignore, include })
  return sortOut([...narrowed.documents].filter(document => isDocument(document, repository.source.files.get(document))), config)
}

/** The error for a run that had nothing to look at. */
export function nothingMatched({ setAside }: Selection, codeOnly = false): UserError {
  if (codeOnly) {
    return new UserError('No code was checked: neither a mutation contract nor settings.scripts says which scripts may change production. Add one of them, or leave --no-docs out.')
  }
  if (setAside.length === 0) return new UserError('There is no Markdown document to check. Give paths of Markdown files, or look at "ignore" in the configuration.')
  const [first] = setAside
  const what = setAside.length === 1 && first !== undefined
    ? `${first.path} is set aside (${first.reason})`
    : `All ${String(setAside.length)} documents are set aside (changelogs, records, archives)`
  return new UserError(`${what}, so nothing was checked. List it under "include" in the configuration to have it checked.`)
}

/** Adds what the change has to do with the findings, and says so when it concerns no document. */
function withCause(report: Report, { changes, changed }: Narrowed, staged: boolean): Report {
  const notices = [...report.notices]
  if (report.summary.documents === 0 && report.summary.files === 0 && report.findings.length === 0) {
    const count = changes.length === 1 ? '1 change' : `${String(changes.length)} changes`
    notices.unshift(staged ? `Nothing staged can have broken a document (${count}).` : `Nothing that changed can have broken a document (${count}).`)
  }
  const findings = report.findings.map(finding => (changed.has(finding.path) ? finding : nameCause(finding, changes, staged ? 'in the index' : 'since then')))
  return { ...report, findings, notices }
}
