/** From a finding to a problem in ESLint, and from its options to ours. */
import type { Rule } from 'eslint'
import { textInPlace } from '../../core/apply-fixes.ts'
import type { Finding } from '../../core/finding.ts'
import { receiptEnding } from '../../core/rule.ts'
import { SUGGESTION } from './rule-module.ts'

/** ESLint 9.15 and later fill in `meta.defaultOptions`; nothing is given to a rule of an older one. */
export function optionsOf(rule: { readonly meta: { readonly defaultOptions: object } }, context: Rule.RuleContext): object {
  return { ...rule.meta.defaultOptions, ...(context.options as readonly (object | undefined)[])[0] }
}

/** Shows one finding, with its fix or suggestion. */
export function show(context: Rule.RuleContext, finding: Finding): void {
  const { fix } = finding
  const edit = fix === undefined
    ? undefined
    : (fixer: Rule.RuleFixer) => fixer.replaceTextRange([...fix.range], textInPlace(context.sourceCode.text, fix))
  context.report({
    loc: { start: { line: finding.line, column: finding.column }, end: { line: finding.endLine, column: finding.endColumn } },
    messageId: finding.messageId,
    data: { ...finding.data, receipt: receiptEnding(finding.evidence) },
    ...(edit === undefined || fix === undefined
      ? {}
      : fix.safety === 'safe'
        ? { fix: edit }
        : { suggest: [{ messageId: SUGGESTION, data: { title: fix.title }, fix: edit }] }),
  })
}
