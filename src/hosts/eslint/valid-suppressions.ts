/** The suppression comments themselves. That each is needed, ESLint checks (`reportUnusedDisableDirectives`). */
import type { Rule } from 'eslint'
import { ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { asRuleModule, LANGUAGES } from './rule-module.ts'

/** The rule. @param judge shows what is wrong with the comments */
export const createValidSuppressions = (judge: (context: Rule.RuleContext) => void): Rule.RuleModule => asRuleModule({
  meta: {
    type: 'problem',
    docs: { description: SUPPRESSION_DESCRIPTION, url: ruleUrl(SUPPRESSION_RULE), recommended: true },
    languages: LANGUAGES,
    schema: [],
    messages: { missingReason: SUPPRESSION_MESSAGES.missingReason, unknownRule: SUPPRESSION_MESSAGES.unknownRule },
  },
  create: context => ({ 'root:exit': () => { judge(context) } }),
})
