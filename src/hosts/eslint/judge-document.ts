/** One rule about documents on the Markdown that ESLint lints. */
import type { Rule } from 'eslint'
import { checkDocument } from '../../core/check.ts'
import type { DocRule } from '../../core/rule.ts'
import { docRules } from '../../../rules/index.ts'
import { newFindings } from '../hold-baseline.ts'
import { lintedDocument, readSettings } from './linted-document.ts'
import { optionsOf, show } from './show.ts'

const byId = new Map(docRules.map(rule => [rule.id, rule]))

/** Shows what one of our rules finds. */
export function judgeDocument(id: string, context: Rule.RuleContext): void {
  const rule = byId.get(id)
  if (rule !== undefined) judgeDocumentBy(rule, context)
}

/** Shows what a rule finds. The tree is our own, so that it is the same as on the command line. */
export function judgeDocumentBy(rule: DocRule, context: Rule.RuleContext): void {
  const open = lintedDocument(context)
  if (open === undefined) return
  const { isStrict, minConfidence } = readSettings(context)
  const report = checkDocument(open.repository, open.document, {
    rules: [{ rule, severity: 'error', options: optionsOf(rule, context) }],
    isStrict, minConfidence, setAside: [], suppressionSeverity: 'off',
  })
  for (const finding of newFindings(report.findings, open.repository)) show(context, finding)
  // ESLint excuses findings itself, and must see them to know which of its comments are needed. Of MDX comments it
  // knows nothing.
  if (!open.document.path.endsWith('.mdx')) for (const finding of report.suppressed) show(context, finding)
}
