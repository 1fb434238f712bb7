/** Holds a stated version against what a source says. */
import intersects from 'semver/ranges/intersects.js'
import minVersion from 'semver/ranges/min-version.js'
import validRange from 'semver/ranges/valid.js'
import type { Stated } from '../../analysis/versions/statement.ts'
import { normalised, type VersionSource } from './source.ts'

/**
 * - `agrees`: the source says or allows it
 * - `satisfies`: what runs here is new enough, which does not say that less would do
 * - `contradicts`: nothing satisfies both, or the source needs more than the text
 * - `looser`: the source is content with less
 */
export type Relation = 'agrees' | 'satisfies' | 'contradicts' | 'looser'

/** Compares; a range that can't be read agrees with everything. */
export function relationOf(stated: Stated, source: VersionSource): Relation {
  const range = stated.range.split(' ').map(part => part.replace(/\d.*/, version => normalised(source.tool, version))).join(' ')
  if (validRange(range) === null || validRange(source.range) === null) return 'agrees'
  if (!intersects(range, source.range)) return 'contradicts'
  if (stated.form === 'at' || source.kind === 'has') return stated.form === 'from' ? 'satisfies' : 'agrees'
  const least = minVersion(source.range)
  const lowest = minVersion(range)
  if (least === null || lowest === null) return 'agrees'
  // As exactly as the text says it: "18+" is content with ">=18.12".
  const exactness = stated.version.split('.').length
  const differences = [least.major - lowest.major, least.minor - lowest.minor, least.patch - lowest.patch].slice(0, exactness)
  const order = differences.find(difference => difference !== 0) ?? 0
  return order > 0 ? 'contradicts' : order < 0 && stated.form === 'from' ? 'looser' : 'agrees'
}
