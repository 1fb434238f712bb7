/** The suppression comments themselves. That each is needed, ESLint checks (`reportUnusedDisableDirectives`). */
import type { Rule } from 'eslint'
import { ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { judging } from './load-judging.ts'
import { asRuleModule, LANGUAGES } from './rule-module.ts'

/** The rule for a plugin with these rules. @param ids of all rules that a comment may name; by default of ours */
export const createValidSuppressions = (ids?: readonly string[]): Rule.RuleModule => asRuleModule({
  meta: {
    type: 'problem',
    docs: { description: SUPPRESSION_DESCRIPTION, url: ruleUrl(SUPPRESSION_RULE), recommended: true },
    languages: LANGUAGES,
    schema: [],
    messages: { missingReason: SUPPRESSION_MESSAGES.missingReason, unknownRule: SUPPRESSION_MESSAGES.unknownRule },
  },
  create: context => ({ 'root:exit': () => { judging().judgeSuppressions(context, ids) } }),
})
