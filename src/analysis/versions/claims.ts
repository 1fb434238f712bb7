/** Every claim of a version or port in a document, each place once. */
import type { Document } from '../../core/document.ts'
import type { Mention } from '../../core/reference.ts'
import { versionsIn } from './mentions.ts'
import { portsIn } from './ports.ts'
import type { Target } from './target.ts'

export function* claimsIn(document: Document): Iterable<Mention<Target>> {
  yield* versionsIn(document)
  yield* portsIn(document)
}
