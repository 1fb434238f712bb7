import { surelyMutates, type TextEffect } from '../../src/analysis/database/mutations.ts'
import { defineCodeRule, TOO_MUCH } from '../../src/core/code-rule.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { SourceFile } from '../../src/core/source-file.ts'
import { changesIn, isCutOffIn } from '../../src/facts/code/changes.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'

/** It has none: which files are scripts is a shared setting. */
export type UnlistedMutationScriptsOptions = Readonly<Record<string, never>>

/** As many further changes are named. */
const MOST_NAMED = 3

/** What may change production is what the contract lists, and nothing else. */
export const noUnlistedMutationScripts = defineCodeRule<UnlistedMutationScriptsOptions>({
  id: 'no-unlisted-mutation-scripts',
  meta: {
    description: 'Disallow scripts that change a database or migrate it without being in the mutation contract',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      unlisted: 'This script changes a database ({{what}}), and `{{contract}}` does not list it.',
      uncontracted: 'This script changes a database ({{what}}), and there is no mutation contract that lists it.',
      deprecated: 'This script changes a database ({{what}}), and `{{contract}}` says that it may not run any more.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell', 'sql'],
  concerns(path, repository) {
    const scripts = repository.get(productionScriptsFact)
    return scripts.isScript(path) && scripts.listed(path) === undefined
  },
  * judge(file, repository) {
    const changes = changesIn(file, repository)
    const first = changes.find(surelyMutates) ?? changes[0]
    if (first === undefined) {
      if (isCutOffIn(file, repository)) yield TOO_MUCH
      return
    }
    const scripts = repository.get(productionScriptsFact)
    const { contract } = scripts
    const more = evidenceOf(changes.filter(change => change !== first), file)
    yield {
      start: first.start,
      end: first.end,
      messageId: contract === undefined ? 'uncontracted' : scripts.deprecated(file.path) === undefined ? 'unlisted' : 'deprecated',
      data: { what: first.what, contract: contract?.path ?? '' },
      confidence: surelyMutates(first) ? 'high' : 'medium',
      ...(more === '' ? {} : { evidence: more }),
    }
  },
})

/** "also `prisma.order.deleteMany()` in line 20". */
function evidenceOf(others: readonly TextEffect[], { text }: SourceFile): string {
  const lines = lineStarts(text)
  const named = [...new Set(others.map(({ what, start }) => `${what} in line ${String(pointAt(lines, start).line)}`))]
  if (named.length === 0) return ''
  const rest = named.length - MOST_NAMED
  return `also ${named.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? `, and ${String(rest)} more` : ''}`
}
