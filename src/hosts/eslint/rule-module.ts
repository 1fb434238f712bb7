/** What all our ESLint rules have in common. */
import type { Rule } from 'eslint'
import { pageUrl } from '../../core/judge-directives.ts'

/** What `@eslint/markdown` calls its languages. A rule that lists them is refused for others (ESLint 10.2 and later). */
export const LANGUAGES = ['markdown/gfm', 'markdown/commonmark']

/** The message of every suggestion. */
export const SUGGESTION = 'suggestion'

/** A rule whose visitors are those of a Markdown tree. ESLint's type knows rules for JavaScript only, and no `languages`. */
export function asRuleModule(rule: {
  readonly meta: object
  readonly create: (context: Rule.RuleContext) => Readonly<Record<string, () => void>>
}): Rule.RuleModule {
  return rule
}

/** Where ESLint sends readers; a user's rule may have no page. */
export function docsUrl(rule: Parameters<typeof pageUrl>[0]): { readonly url?: string } {
  const url = pageUrl(rule)
  return url === '' ? {} : { url }
}

/** A rule's messages as ESLint shows them: with room for the receipt. */
export function messagesFor(messages: Readonly<Record<string, string>>): Record<string, string> {
  return { ...Object.fromEntries(Object.entries(messages).map(withReceipt)), [SUGGESTION]: '{{title}}' }
}

function withReceipt([id, message]: readonly [string, string]): [string, string] {
  return [id, message.replace(/\.$/, '{{receipt}}')]
}
