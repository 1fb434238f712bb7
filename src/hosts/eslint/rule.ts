/** Turns a rule about documents into a rule that ESLint runs on Markdown. */
import type { Rule } from 'eslint'
import { UNVERIFIED } from '../../core/rule.ts'
import type { DescribedDocRule } from '../../../rules/described.ts'
import { asRuleModule, docsUrl, LANGUAGES, messagesFor } from './rule-module.ts'

/**
 * Wraps one rule. The tree is our own, so that findings are the same as on the command line.
 * @param judge shows what the rule finds
 */
export function createEslintRule({ id, meta }: DescribedDocRule, judge: (context: Rule.RuleContext) => void): Rule.RuleModule {
  return asRuleModule({
    meta: {
      type: 'problem',
      docs: { description: meta.description, ...docsUrl({ id, meta }), recommended: meta.recommended },
      languages: LANGUAGES,
      schema: [meta.schema],
      defaultOptions: [meta.defaultOptions],
      messages: messagesFor({ ...meta.messages, [UNVERIFIED.messageId]: UNVERIFIED.message }),
      ...(meta.fixable ? { fixable: 'code', hasSuggestions: true } : {}),
    },
    create: context => ({ 'root:exit': () => { judge(context) } }),
  })
}
