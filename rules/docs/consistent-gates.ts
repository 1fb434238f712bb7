import { glanceClaimsOf, type GlanceClaim } from '../../src/analysis/structure/glance.ts'
import { implementersOf, type ImplementerClaim } from '../../src/analysis/structure/implementers.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { holds, type Verdict } from '../../src/core/verdict.ts'
import { judgeImplementer } from '../../src/facts/judge-implementer.ts'

export type GateTarget =
  | { readonly is: 'row'; readonly row: Omit<GlanceClaim, 'start' | 'end'> }
  | { readonly is: 'implementer'; readonly as: ImplementerClaim['as']; readonly name: string }

/** The table of gates, their headings and what implements them must agree. */
export const consistentGates = defineDocRule<GateTarget, object>({
  id: 'consistent-gates',
  meta: {
    description: 'Require tables of gates and phases to agree with the headings and with the jobs and scripts that implement them',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      title: '`{{label}}` is "{{title}}" here, but "{{other}}" in its heading.',
      noHeading: '`{{label}}` of this table has no heading.',
      noRow: '`{{label}}` is missing in the table.',
      job: 'No workflow has a job `{{name}}`.',
      workflow: 'There is no workflow `{{name}}`.',
      script: 'No script is named `{{name}}`.',
    },
    recommended: true,
    fixable: false,
  },
  references: document => mentions(document),
  verify({ target }, repository): Verdict {
    if (target.is === 'implementer') return judgeImplementer(repository, target.as, target.name)
    const { kind, label, title, other, line } = target.row
    if (kind === 'same') return holds(`heading on line ${String(line)}`)
    const evidence = { title: `heading on line ${String(line)}`, noHeading: `headings from line ${String(line)} on`, noRow: `table on line ${String(line)}` }
    return { status: 'broken', confidence: 'high', messageId: kind, data: { label, title, other }, evidence: evidence[kind] }
  },
})

function* mentions(document: Document): Iterable<Mention<GateTarget>> {
  for (const { start, end, ...row } of glanceClaimsOf(document)) yield { start, end, target: { is: 'row', row } }
  for (const { start, end, as, name } of implementersOf(document)) yield { start, end, target: { is: 'implementer', as, name } }
}
