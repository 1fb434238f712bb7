/** Comments that excuse findings are claims too: they must be needed, give a reason, and name rules that exist. */
import type { Finding, Severity } from './finding.ts'
import { formatMessage } from './rule.ts'
import { RULE_PREFIX, type Directive, type Excuses } from './suppressions.ts'

/** The rule id under which suppression comments themselves are judged. */
export const SUPPRESSION_RULE = 'valid-suppressions'
/** What it asks, as the descriptions of rules do. */
export const SUPPRESSION_DESCRIPTION = 'Require a reason and a use of every suppression comment'
export const SUPPRESSION_MESSAGES = {
  missingReason: 'This suppression gives no reason: write `-- why` at its end.',
  unknownRule: 'This suppression names the rule `{{rule}}`, which does not exist.',
  unused: 'This suppression excuses nothing: remove it.',
  stale: 'The baseline holds {{count}} of `{{document}}` in vain; run `doc-lockdown baseline`.',
} as const

/** Where the pages of the rules stand. */
export function ruleUrl(rule: string): string {
  return `https://github.com/doc-lockdown/doc-lockdown/blob/main/docs/rules/${rule}.md`
}

/** Where the page of this rule stands; `''` for a user's rule without one. */
export function pageUrl({ id, meta }: { readonly id: string, readonly meta: { readonly url?: string | undefined } }): string {
  return meta.url ?? ruleUrl(id)
}

/**
 * What is wrong with the directives of one file, once all its findings were held against them.
 * @param knownRules every rule id that a directive may name
 */
export function judgeDirectives(
  path: string, directives: readonly Directive[], excuses: Excuses, knownRules: ReadonlySet<string>, severity: Severity | 'off',
): readonly Finding[] {
  if (severity === 'off' || directives.length === 0) return []
  const findings: Finding[] = []
  const report = (directive: Directive, messageId: keyof typeof SUPPRESSION_MESSAGES, data: Record<string, string>): void => {
    findings.push({
      path, start: directive.start, end: directive.end, line: directive.line, column: directive.column,
      endLine: directive.endLine, endColumn: directive.endColumn, rule: SUPPRESSION_RULE, severity, confidence: 'high',
      subject: directive.subject, message: formatMessage(SUPPRESSION_MESSAGES[messageId], data), messageId, data,
      evidence: undefined, fix: undefined, url: ruleUrl(SUPPRESSION_RULE),
    })
  }
  const unused = new Set(excuses.unused())
  for (const directive of directives) {
    const strangers = directive.rules.filter(rule => !knownRules.has(rule))
    if (directive.kind === 'enable') continue
    if (directive.reason === '') report(directive, 'missingReason', {})
    for (const rule of strangers) report(directive, 'unknownRule', { rule: RULE_PREFIX + rule })
    if (unused.has(directive) && strangers.length === 0) report(directive, 'unused', {})
  }
  return findings
}
