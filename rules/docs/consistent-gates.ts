import { declaredGatesOf, type DeclaredGates } from '../../src/analysis/structure/declared-gates.ts'
import { glanceClaimsOf, type GlanceClaim } from '../../src/analysis/structure/glance.ts'
import { implementersOf, type ImplementerClaim } from '../../src/analysis/structure/implementers.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Verdict } from '../../src/core/verdict.ts'
import { judgeConstant, judgeDeclared } from '../../src/facts/judge-declared-gates.ts'
import { judgeImplementer } from '../../src/facts/judge-implementer.ts'

export type GateTarget =
  | { readonly is: 'row'; readonly row: Omit<GlanceClaim, 'start' | 'end'> }
  | { readonly is: 'implementer'; readonly as: ImplementerClaim['as']; readonly name: string }
  | { readonly is: 'constant'; readonly gates: DeclaredGates }
  | { readonly is: 'declared'; readonly gates: DeclaredGates; readonly index: number }

export interface GatesOptions {
  /** `lib/gates.ts#GATES` by the noun that it declares: `gate`, `phase`. */
  readonly constants: Readonly<Record<string, string>>
}

/** The table of gates, their headings and what implements them must agree. */
export const consistentGates = defineDocRule<GateTarget, GatesOptions>({
  id: 'consistent-gates',
  meta: {
    description: 'Require tables of gates and phases to agree with the headings and with the jobs, scripts and constants that implement them',
    schema: {
      type: 'object',
      properties: {
        constants: { type: 'object', additionalProperties: { type: 'string' }, description: 'Constants that declare what documents number, by noun: `{ "gate": "lib/gates.ts#GATES" }`. One that a document names itself needs no entry.', default: {} },
      },
      additionalProperties: false,
    },
    defaultOptions: { constants: {} },
    messages: {
      title: '`{{label}}` is "{{title}}" here, but "{{other}}" in its heading.',
      noHeading: '`{{label}}` of this table has no heading.',
      noRow: '`{{label}}` is missing in the table.',
      job: 'No workflow has a job `{{name}}`.',
      workflow: 'There is no workflow `{{name}}`.',
      script: 'No script is named `{{name}}`.',
      undeclared: '`{{label}}` ("{{title}}") is not among `{{constant}}`.',
      undocumented: '`{{constant}}` has {{names}}, which no {{word}} of this document is.',
      declaredOrder: '`{{label}}` comes later here than in `{{constant}}`: `{{member}}` stands before `{{other}}`.',
      declaredCount: '`{{constant}}` has {{count}} members, but the document has {{stated}} {{noun}}.',
    },
    recommended: true,
    fixable: true,
  },
  references: (document, options) => mentions(document, options),
  verify(reference, repository): Verdict | undefined {
    const { target, path } = reference
    if (target.is === 'constant') return judgeConstant(repository, path, target.gates)
    if (target.is === 'declared') return judgeDeclared(repository, path, target.gates, target.index)
    if (target.is === 'implementer') return judgeImplementer(repository, target.as, target.name, reference)
    const { kind, label, title, other, line } = target.row
    if (kind === 'same') return holds(`heading on line ${String(line)}`)
    const evidence = { title: `heading on line ${String(line)}`, noHeading: `headings from line ${String(line)} on`, noRow: `table on line ${String(line)}` }
    return { status: 'broken', confidence: 'high', messageId: kind, data: { label, title, other }, evidence: evidence[kind] }
  },
})

function* mentions(document: Document, { constants }: GatesOptions): Iterable<Mention<GateTarget>> {
  for (const { start, end, ...row } of glanceClaimsOf(document)) yield { start, end, target: { is: 'row', row } }
  for (const { start, end, as, name } of implementersOf(document)) yield { start, end, target: { is: 'implementer', as, name } }
  for (const { start, end, gates, places } of declaredGatesOf(document, constants)) {
    yield { start, end, target: { is: 'constant', gates } }
    for (const [index, place] of places.entries()) yield { ...place, target: { is: 'declared', gates, index } }
  }
}
