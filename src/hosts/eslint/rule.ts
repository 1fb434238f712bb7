/** Turns a rule about documents into a rule that ESLint runs on Markdown. */
import type { Rule } from 'eslint'
import { ruleUrl } from '../../core/judge-directives.ts'
import { UNVERIFIED } from '../../core/rule.ts'
import type { DescribedDocRule } from '../../../rules/described.ts'
import { judging } from './load-judging.ts'
import { asRuleModule, LANGUAGES, messagesFor } from './rule-module.ts'

/** Wraps one rule. The tree is our own, so that findings are the same as on the command line. */
export function createEslintRule({ id, meta }: DescribedDocRule): Rule.RuleModule {
  return asRuleModule({
    meta: {
      type: 'problem',
      docs: { description: meta.description, url: ruleUrl(id), recommended: meta.recommended },
      languages: LANGUAGES,
      schema: [meta.schema],
      defaultOptions: [meta.defaultOptions],
      messages: messagesFor({ ...meta.messages, [UNVERIFIED.messageId]: UNVERIFIED.message }),
      ...(meta.fixable ? { fixable: 'code', hasSuggestions: true } : {}),
    },
    create: context => ({ 'root:exit': () => { judging().judgeDocument(id, context) } }),
  })
}
