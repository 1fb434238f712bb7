/** Making fixes out of names. */
import type { Reference } from './reference.ts'
import type { Fix } from './verdict.ts'

/**
 * An edit that puts another name where a reference has one, ready to be spread into a verdict.
 * @param written what stands in the reference's subject; of several the first
 * @param text what takes its place
 * @returns nothing where the name does not stand in the subject, or is the same
 */
export function replacing(
  { start, subject }: Pick<Reference, 'start' | 'subject'>, written: string, text: string, safety: Fix['safety'] = 'suggestion',
): { readonly fix?: Fix } {
  const at = written === '' ? -1 : subject.indexOf(written)
  if (at < 0 || text === '' || written === text) return {}
  return { fix: { safety, range: [start + at, start + at + written.length], text, title: `Replace by \`${text}\`` } }
}
