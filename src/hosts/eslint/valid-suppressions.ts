/** The suppression comments themselves. That each is needed, ESLint checks (`reportUnusedDisableDirectives`). */
import { ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { judging } from './load-judging.ts'
import { asRuleModule, LANGUAGES } from './rule-module.ts'

export const validSuppressions = asRuleModule({
  meta: {
    type: 'problem',
    docs: { description: SUPPRESSION_DESCRIPTION, url: ruleUrl(SUPPRESSION_RULE), recommended: true },
    languages: LANGUAGES,
    schema: [],
    messages: { missingReason: SUPPRESSION_MESSAGES.missingReason, unknownRule: SUPPRESSION_MESSAGES.unknownRule },
  },
  create: context => ({ 'root:exit': () => { judging().judgeSuppressions(context) } }),
})
