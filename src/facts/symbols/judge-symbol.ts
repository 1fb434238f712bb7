/** The verdict on a name that a document speaks of. */
import { audienceOf, EVERYBODYS_FILE, EVERYBODYS_LAYOUT, planOf } from '../../analysis/audience.ts'
import type { SymbolTarget } from '../../analysis/symbols/mentions.ts'
import type { SaidFile } from '../../analysis/symbols/place.ts'
import { isInComment } from '../../analysis/symbols/source-file.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Broken, type Fix, type Verdict } from '../../core/verdict.ts'
import { baseName, filesFact } from '../files.ts'
import { TEST_DATA } from '../gone-path.ts'
import { dateOf } from '../receipt.ts'
import { findPath } from '../resolve-path.ts'
import { fateOf, type Fate, type GoneName } from './fate.ts'
import { judgeInSchema } from './judge-schema.ts'

/** Judges one name; `undefined` for a word that is no claim about this repository. */
export function judgeSymbol(reference: Reference<SymbolTarget>, repository: Repository): Verdict | undefined {
  const { target, path } = reference
  const excuse = excuseOf(path, target)
  if (target.schema !== undefined) {
    const verdict = judgeInSchema(reference, target.schema, repository)
    if (verdict !== undefined) return verdict.status === 'broken' && excuse !== undefined ? unknown(excuse) : verdict
  }
  const verdict = target.file === undefined ? undefined : judgeInFile(reference, target.file, repository)
  if (verdict === 'elsewhere' || verdict === undefined) return judgeAnywhere(reference, repository, excuse)
  if (verdict.status !== 'broken') return verdict
  if (excuse !== undefined) return unknown(excuse)
  // What the source had when the text was written was no plan.
  return verdict.messageId === 'notHere' && PLANS.has(target.wording ?? '') ? unknown('the text does not say that it is there now') : verdict
}

/** What a sentence can say so that a name need not be in the file yet, or at all. */
const PLANS = new Set(['planned', 'if-present', 'conditional', 'negated', 'example', 'generated', 'made'])

/** A name that is not said to be anywhere: only what was declared and is gone is drift. */
function judgeAnywhere(reference: Reference<SymbolTarget>, repository: Repository, excuse: string | undefined): Verdict | undefined {
  const { target } = reference
  if (target.spelling !== 'code') return undefined
  const fate = repository.ask(fateOf(target.name, reference.path, false))
  switch (fate.status) {
    case 'present': return holds(`\`${fate.path ?? ''}\``)
    case 'unknown': return unknown(fate.reason)
    case 'open': case 'never': return undefined
    case 'gone': return excuse === undefined ? goneVerdict(target.name, fate.gone) : unknown(excuse)
  }
}

/** A name that is said to be in a file. `elsewhere`: the file can't be told. */
function judgeInFile(reference: Reference<SymbolTarget>, file: SaidFile, repository: Repository): Verdict | 'elsewhere' | undefined {
  const { target, path } = reference
  const found = findPath(repository, path, { path: file.path, suffix: true })
  if (found === undefined || (found.how !== 'exact' && found.how !== 'suffix') || !repository.get(filesFact).has(found.path)) return 'elsewhere'
  const meant = found.how === 'exact' ? [found.path] : repository.get(filesFact).withSuffix(file.path.replace(/^(?:\.{1,2}\/|\/)+/, ''))
  if (meant.some(one => hasName(repository, one, target.name))) return holds(`\`${found.path}\``)
  if (meant.length > 1) return 'elsewhere'
  const isReaders = audienceOf(path) === 'user' && (EVERYBODYS_LAYOUT.test(file.path) || EVERYBODYS_FILE.test(baseName(file.path)))
  if (isReaders || target.owner !== undefined && /^[a-z]/.test(target.owner)) return 'elsewhere'
  return notInFile(reference, file, found.path, repository.ask(fateOf(target.name, path, true)))
}

const TEST = /\.(?:test|spec)\.|(?:^|\/)(?:tests?|__tests__)\//

/** The file that has the name now, where the sentence names the old one in full; whether it moved or is another thing of that name, a person sees. */
function fileFix({ path, range }: SaidFile, from: string, to: string): { readonly fix?: Fix } {
  return range === undefined || path !== from ? {} : { fix: { safety: 'suggestion', range, text: to, title: `Replace by \`${to}\`` } }
}

function notInFile({ target }: Reference<SymbolTarget>, said: SaidFile, file: string, fate: Fate): Verdict | undefined {
  const missing = (confidence: Broken['confidence'], evidence: string, more: { readonly fix?: Fix } = {}): Broken => ({
    status: 'broken', confidence, messageId: 'notHere', data: { file, name: target.name }, evidence, ...more,
  })
  const certain = said.how !== 'item' && target.spelling !== 'word'
  switch (fate.status) {
    case 'open': return undefined
    case 'unknown': return unknown(fate.reason)
    case 'gone': return goneVerdict(target.name, fate.gone)
    case 'present': {
      const declaring = fate.declarations.filter(one => one.path !== file && one.declared === 'named' && !TEST_DATA.test(one.path) && !TEST.test(one.path))
      const [now] = declaring
      const fix = now !== undefined && declaring.every(one => one.path === now.path) ? fileFix(said, file, now.path) : {}
      if (now !== undefined && certain) return missing('high', `\`${now.path}:${String(now.line)}\` declares it`, fix)
      return said.how === 'listed' ? missing('medium', 'nothing of this name is in the file') : unknown(`\`${file}\` does not name it`)
    }
    case 'never': return certain && said.how !== 'row' ? missing('medium', 'no source has this name') : unknown(`no source has \`${target.name}\``)
  }
}

/** Whether a file has a name outside of comments. */
function hasName(repository: Repository, path: string, name: string): boolean {
  const text = repository.source.read(path)?.toString('utf8')
  if (text === undefined) return false
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (/[\w$]/.test(text[at - 1] ?? ' ') || /[\w$]/.test(text[at + name.length] ?? ' ')) continue
    const start = text.lastIndexOf('\n', at) + 1
    if (at - start > 2000 || !isInComment(path, text.slice(start, at + name.length), at - start)) return true
  }
  return false
}

function goneVerdict(name: string, gone: GoneName): Broken {
  return { status: 'broken', confidence: gone.declared === 'named' ? 'high' : 'medium', messageId: 'gone', data: { name }, evidence: goneText(gone) }
}

/** A decision is true of its day. */
const DECISION = /(?:^|\/)(?:adrs?|decisions?|decision[-_]records?|rfds?)\/|(?:^|\/)(?:adr[-_]?)?\d{3,4}[-_][^/]+$/i

/** Why a name that is gone may be named all the same. */
function excuseOf(path: string, target: SymbolTarget): string | undefined {
  if (target.struck === true) return 'it is struck through'
  if (target.wording === 'removed' || target.section === 'removed') return 'the text says that it is gone'
  // In the past the source had it when the text was written: "new" in the sentence means something else then.
  if (target.section === 'planned') return 'the text says that it is still to be made'
  if (target.wording === 'elsewhere') return 'the text says that it is in another repository'
  if (target.example === true) return 'it is an example'
  const genre = DECISION.test(path) ? 'decision' : planOf(path)
  return genre === undefined ? undefined : `the document is a ${genre}: its names speak of another day`
}

/** "`src/a.ts` declared it until 06825867 (2024-01-07)". */
function goneText({ path, removed, commit, time, uncommitted }: GoneName): string {
  if (uncommitted) return `\`${path}\` declares it in the last commit; what takes it out is not committed yet`
  if (removed !== undefined) return `\`${path}\` declared it until ${removed.commit.slice(0, 8)} (${dateOf(removed.time)})`
  return `\`${path}\` declared it in ${commit.slice(0, 8)} (${dateOf(time)})`
}
