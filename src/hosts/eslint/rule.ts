/** Turns a rule about documents into a rule that ESLint runs on Markdown. */
import type { Rule } from 'eslint'
import { textInPlace } from '../../core/apply-fixes.ts'
import { checkDocument } from '../../core/check.ts'
import { pageUrl } from '../../core/judge-directives.ts'
import type { Finding } from '../../core/finding.ts'
import { receiptEnding, UNVERIFIED, type DocRule } from '../../core/rule.ts'
import { newFindings } from '../hold-baseline.ts'
import { lintedDocument, readSettings } from './linted-document.ts'

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

/** Wraps one rule. The tree is our own, so that findings are the same as on the command line. */
export function createEslintRule(rule: DocRule): Rule.RuleModule {
  return asRuleModule({
    meta: {
      type: 'problem',
      docs: { description: rule.meta.description, ...docsUrl(rule), recommended: rule.meta.recommended },
      languages: LANGUAGES,
      schema: [rule.meta.schema],
      defaultOptions: [rule.meta.defaultOptions],
      messages: messagesFor({ ...rule.meta.messages, [UNVERIFIED.messageId]: UNVERIFIED.message }),
      ...(rule.meta.fixable ? { fixable: 'code', hasSuggestions: true } : {}),
    },
    create: context => ({
      'root:exit': () => {
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
      },
    }),
  })
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
