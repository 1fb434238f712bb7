import { linksIn, type LinkTarget } from '../../src/analysis/links/mentions.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgeLink } from '../../src/facts/judge-link.ts'

/** It has none. */
export type NoBrokenLinksOptions = Readonly<Record<string, never>>

/** Links inside of the repository must lead to something. */
export const noBrokenLinks = defineDocRule<LinkTarget, NoBrokenLinksOptions>({
  id: 'no-broken-links',
  meta: {
    description: 'Disallow links to files, folders, anchors and lines that do not exist in the repository',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      missing: '`{{target}}` does not exist.',
      removed: '`{{target}}` does not exist any more.',
      missingAtRef: '`{{path}}` does not exist at `{{ref}}`.',
      missingAnchor: '`{{document}}` has no heading or anchor `#{{fragment}}`.',
      lineBeyondEnd: '`{{file}}` has only {{lines}} lines.',
      wrongCase: '`{{target}}` is written `{{real}}` in the repository.',
    },
    recommended: true,
    fixable: true,
  },
  references: linksIn,
  verify: (reference, repository) => judgeLink(reference, repository),
})
