/** The suppression comments themselves. That each is needed, ESLint checks (`reportUnusedDisableDirectives`). */
import type { Rule } from 'eslint'
import { ruleUrl, SUPPRESSION_DESCRIPTION, SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { directivesOf, RULE_PREFIX, type Directive } from '../../core/suppressions.ts'
import { lintedDocument } from './linted-document.ts'
import { asRuleModule, LANGUAGES } from './rule.ts'

/** The rule for a plugin with these rules. @param ids of all rules that a comment may name */
export const createValidSuppressions = (ids: readonly string[]): Rule.RuleModule => asRuleModule({
  meta: {
    type: 'problem',
    docs: { description: SUPPRESSION_DESCRIPTION, url: ruleUrl(SUPPRESSION_RULE), recommended: true },
    languages: LANGUAGES,
    schema: [],
    messages: { missingReason: SUPPRESSION_MESSAGES.missingReason, unknownRule: SUPPRESSION_MESSAGES.unknownRule },
  },
  create: context => ({
    'root:exit': () => {
      const open = lintedDocument(context)
      if (open === undefined) return
      const report = (directive: Directive, messageId: 'missingReason' | 'unknownRule', data: Readonly<Record<string, string>>): void => {
        const { line, column, endLine, endColumn } = directive
        context.report({ loc: { start: { line, column }, end: { line: endLine, column: endColumn } }, messageId, data })
      }
      for (const directive of directivesOf(open.document)) {
        if (directive.kind === 'enable') continue
        if (directive.reason === '') report(directive, 'missingReason', {})
        for (const rule of directive.rules) {
          if (!ids.includes(rule)) report(directive, 'unknownRule', { rule: RULE_PREFIX + rule })
        }
      }
    },
  }),
})
