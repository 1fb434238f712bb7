/** The suppression comments of the Markdown that ESLint lints. */
import type { Rule } from 'eslint'
import { ruleIds } from '../../config/resolve.ts'
import { directivesOf, RULE_PREFIX, type Directive } from '../../core/suppressions.ts'
import { lintedDocument } from './linted-document.ts'

/**
 * Shows comments that give no reason, or name a rule that does not exist.
 * @param ids of all rules that a comment may name
 */
export function judgeSuppressions(context: Rule.RuleContext, ids: readonly string[] = ruleIds): void {
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
}
