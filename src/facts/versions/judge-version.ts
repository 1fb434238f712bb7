/** The verdict on a version that a document states. */
import minVersion from 'semver/ranges/min-version.js'
import { planOf } from '../../analysis/audience.ts'
import type { VersionTarget } from '../../analysis/versions/target.ts'
import { isLibrary, labelOf } from '../../analysis/versions/tools.ts'
import { replacing } from '../../core/fix.ts'
import type { Reference } from '../../core/reference.ts'
import type { Repository } from '../../core/repository.ts'
import { holds, unknown, type Fix, type Verdict } from '../../core/verdict.ts'
import { relationOf, type Relation } from './compare.ts'
import { isOwnPackage, isOwnSubject } from './own-subject.ts'
import { isAboutPart, levelsFor } from './scope.ts'
import type { VersionSource } from './source.ts'
import { versionSourcesFact } from './sources.ts'

/** Judges one claim; `undefined` when the sentence speaks of something that is not of this repository. */
export function judgeVersion(reference: Reference<VersionTarget>, repository: Repository): Verdict | undefined {
  const { path, target } = reference
  if (!target.subjects.every(subject => isOwnSubject(repository, subject)) || isOwnPackage(repository, target.tool)) return undefined
  const { nearest, others, folder } = levelsFor(path, repository.get(versionSourcesFact).of(target.tool))
  const label = labelOf(target.tool)
  if (nearest.length === 0) return unknown(`no file here says which version of ${label} it is`)
  const genre = planOf(path)
  if (genre !== undefined) return unknown(`the document is a ${genre}: its versions speak of another day`)
  const judged = nearest.map(source => ({ source, relation: relationOf(target, source) }))
  // What builds happen to run on only counts where nothing was declared.
  const declared = judged.filter(one => one.source.declared)
  const deciding = declared.length > 0 ? declared : judged
  const first = (relation: Relation): VersionSource | undefined => deciding.find(one => one.relation === relation)?.source
  const agreeing = first('agrees') ?? first('satisfies')
  const contradicting = first('contradicts')
  if (contradicting === undefined) {
    if (agreeing !== undefined) return holds(says(agreeing))
    return unknown(`${says(first('looser') ?? nearest[0])}, which is content with less`)
  }
  // A document inside of a package speaks of that package; one at the root may speak of any.
  const elsewhere = folder === '' || folder === undefined ? others.filter(source => mayBeMeant(source, contradicting)) : []
  const excuses: readonly Relation[] = contradicting.kind === 'needs' ? ['agrees', 'looser'] : ['agrees', 'satisfies', 'looser']
  const other = [...deciding, ...judged].find(one => excuses.includes(one.relation))?.source
    ?? elsewhere.find(source => excuses.includes(relationOf(target, source)))
  if (other !== undefined) return unknown(`${says(contradicting)}, but ${says(other)}`)
  if (isAboutPart(path, folder, file => repository.source.files.has(file))) return unknown(`${says(contradicting)}, but the document speaks of a part`)
  return {
    status: 'broken', confidence: contradicting.declared && !isLibrary(target.tool) ? 'high' : 'medium', messageId: 'version',
    data: { stated: `${label} ${textOf(target)}` }, evidence: says(contradicting), ...declaredInstead(reference, contradicting, deciding.map(one => one.source)),
  }
}

/** Whether a text at the root may mean this source: one as firm, and no package manager of a part. */
function mayBeMeant(source: VersionSource, contradicting: VersionSource): boolean {
  return (source.declared || !contradicting.declared) && !(source.key === 'packageManager' && contradicting.key === 'packageManager')
}

function textOf({ form, range, version }: VersionTarget): string {
  return form === 'at' ? version : form === 'from' && !range.includes('||') ? `${version} or newer` : range
}

/** "`package.json:12` engines.node says `>=20.19`". */
function says(source: VersionSource | undefined): string {
  if (source === undefined) return ''
  return `\`${source.path}:${String(source.line)}\`${source.key === '' ? '' : ` ${source.key}`} says \`${source.written}\``
}

/** The version that the repository declares, as exactly as the text has its own: "18+" becomes "20+" under `>=20.19`. */
function declaredInstead(reference: Reference<VersionTarget>, source: VersionSource, deciding: readonly VersionSource[]): { readonly fix?: Fix } {
  const { form, range, version } = reference.target
  // Of several versions in a row nobody knows which one was left behind.
  if (form === 'among' || range.includes('|') || source.range.includes('|')) return {}
  const least = minVersion(source.range)
  if (least === null) return {}
  const parts = version.split('.').length
  // An exact one may not be less exact than what is required: "18.2.0" under `20` would be made up.
  if (source.written.split('.').length < parts && source.kind === 'has') return {}
  const text = [least.major, least.minor, least.patch].slice(0, parts).join('.')
  const now = { ...reference.target, version: text, range: range.replace(version, text) }
  return deciding.every(one => relationOf(now, one) === 'agrees' || relationOf(now, one) === 'satisfies') ? replacing(reference, version, text) : {}
}
