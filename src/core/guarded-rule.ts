/** Rules of users with a guard around them: what they do wrong is said in one sentence, with the rule's name and the place. */
import type { CodeProblem, CodeRule, Undecided } from './code-rule.ts'
import { isRecord } from './record.ts'
import type { Mention } from './reference.ts'
import { UNVERIFIED, type DocRule, type Judgement } from './rule.ts'
import { UserError } from './user-error.ts'
import type { Verdict } from './verdict.ts'

/**
 * The same rule, which throws nothing but UserErrors: for what it throws, a place that is not in the text, a verdict that is none.
 */
export function guardDocRule(rule: DocRule): DocRule {
  const { id, meta } = rule
  const settle = rule.settle?.bind(rule)
  const unwritten = rule.unwritten?.bind(rule)
  const checked = (judgements: Iterable<Judgement>, method: string): readonly Judgement[] => [...judgements].map((judgement) => {
    if (!isRecord(judgement) || !isRecord(judgement.reference) || typeof judgement.reference.path !== 'string') throw wrong(id, method, 'gives something without a reference')
    return { ...judgement, verdict: checkVerdict(rule, judgement.verdict, method) ?? { status: 'holds' } }
  })
  return {
    id,
    meta,
    references: (document, options) => attempt(id, `references() on ${document.path}`, () => (
      [...rule.references(document, options)].map(mention => checkMention(mention, document.text, id, document.path))
    )),
    verify: (reference, repository, options) => {
      const call = `verify() on ${reference.path}:${String(reference.line)}`
      return attempt(id, call, () => checkVerdict(rule, rule.verify(reference, repository, options), call))
    },
    ...settle === undefined ? {} : { settle: judgements => attempt(id, 'settle()', () => checked(settle(judgements), 'settle()')) },
    ...unwritten === undefined ? {} : {
      unwritten: (repository, path) => attempt(id, 'unwritten()', () => checked(unwritten(repository, path), 'unwritten()')),
    },
  }
}

/** As `guardDocRule`, for a rule about code. */
export function guardCodeRule(rule: CodeRule): CodeRule {
  const { id } = rule
  return {
    ...rule,
    concerns: (path, repository, options) => attempt(id, `concerns() on ${path}`, () => rule.concerns(path, repository, options)),
    judge: (file, repository, options) => attempt(id, `judge() on ${file.path}`, () => (
      [...rule.judge(file, repository, options)].map(problem => checkProblem(rule, problem, file.text, file.path))
    )),
  }
}

function attempt<T>(id: string, call: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && error.name === 'UserError') throw error
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const frame = error instanceof Error ? /^ {4}at (.{1,500})$/m.exec(error.stack ?? '')?.[1] : undefined
    throw new UserError(`The rule "${id}" failed in ${call}: ${what.replace(/\s+/g, ' ')}${frame === undefined ? '' : ` (at ${frame})`}. Correct the rule.`, { cause: error })
  }
}

function wrong(id: string, call: string, what: string): UserError {
  return new UserError(`The rule "${id}" ${what} in ${call}. Correct the rule.`)
}

function checkMention(mention: Mention<unknown>, text: string, id: string, path: string): Mention<unknown> {
  const call = `references() on ${path}`
  if (!isRecord(mention)) throw wrong(id, call, 'gives something that is no mention')
  const { start, end, target } = mention
  if (!isRange(start, end, text.length)) throw wrong(id, call, `gives the range ${String(start)} to ${String(end)} of a text of ${String(text.length)} characters`)
  // The engine may change its copy.
  return { start, end, target: isRecord(target) ? { ...target } : target }
}

function checkVerdict(rule: DocRule, verdict: Verdict | undefined, call: string): Verdict | undefined {
  if (verdict === undefined) return undefined
  const status: unknown = isRecord(verdict) ? verdict.status : verdict
  if (status === 'holds') return verdict
  if (status === 'unknown') {
    if (typeof (verdict as { readonly reason?: unknown }).reason !== 'string') throw wrong(rule.id, call, 'gives "unknown" without a reason')
    return verdict
  }
  if (status !== 'broken' || verdict.status !== 'broken') throw wrong(rule.id, call, `gives the verdict ${JSON.stringify(status)}, which is none of "holds", "broken" and "unknown",`)
  checkWords(rule, verdict, call)
  const { fix } = verdict
  if (fix !== undefined && !(Array.isArray(fix.range) && isRange(fix.range[0], fix.range[1], Infinity) && typeof fix.text === 'string')) throw wrong(rule.id, call, 'gives a fix without a range and a text')
  return { ...verdict, ...fix === undefined ? {} : { fix: { ...fix, title: typeof fix.title === 'string' ? fix.title : `Replace by \`${fix.text}\`` } } }
}

function checkProblem(rule: CodeRule, problem: CodeProblem | Undecided, text: string, path: string): CodeProblem | Undecided {
  const call = `judge() on ${path}`
  if (!isRecord(problem)) throw wrong(rule.id, call, 'gives something that is no problem')
  if ('undecided' in problem) {
    if (typeof problem.undecided !== 'string') throw wrong(rule.id, call, 'gives "undecided" that is no text')
    return problem
  }
  const { start, end } = problem
  if (!isRange(start, end, text.length)) throw wrong(rule.id, call, `gives the range ${String(start)} to ${String(end)} of a text of ${String(text.length)} characters`)
  checkWords(rule, problem, call)
  return problem
}

function checkWords(
  { id, meta }: DocRule | CodeRule,
  { messageId, data, confidence }: { readonly messageId: unknown, readonly data: unknown, readonly confidence: unknown }, call: string,
): void {
  if (typeof messageId !== 'string' || (!Object.hasOwn(meta.messages, messageId) && messageId !== UNVERIFIED.messageId)) {
    throw wrong(id, call, `names the message ${JSON.stringify(messageId)}, which is none of ${Object.keys(meta.messages).map(name => JSON.stringify(name)).join(', ')},`)
  }
  if (!isRecord(data) || !Object.values(data).every(value => typeof value === 'string')) throw wrong(id, call, 'gives "data" that is no table of strings')
  if (confidence === 'high' || confidence === 'medium' || confidence === 'low') return
  throw wrong(id, call, `gives the confidence ${JSON.stringify(confidence)}, which is none of "high", "medium" and "low",`)
}

function isRange(start: unknown, end: unknown, length: number): boolean {
  const isOffset = (value: unknown): value is number => Number.isInteger(value)
  return isOffset(start) && isOffset(end) && start >= 0 && start <= end && end <= length
}
