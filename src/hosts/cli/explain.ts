import { readFileSync } from 'node:fs'
import { nearestName } from '../../core/nearest-name.ts'
import type { CodeRule } from '../../core/code-rule.ts'
import type { DocRule } from '../../core/rule.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { UserError } from '../../core/user-error.ts'
import { codeRules, docRules } from '../../../rules/index.ts'

/**
 * The page of a rule as text: from the package's docs, or, where they are not installed, from the rule itself.
 * @param words what stands behind `explain`: one rule id, with or without prefix
 * @throws UserError for an unknown rule, with the nearest name
 */
export function explainRule(words: readonly string[]): string {
  const rules = [...docRules, ...codeRules]
  const ids = [...rules.map(rule => rule.id), SUPPRESSION_RULE]
  const [word] = words
  if (word === undefined || words.length > 1) throw new UserError(`explain takes one rule. There are ${ids.join(', ')}.`)
  const id = word.startsWith(RULE_PREFIX) ? word.slice(RULE_PREFIX.length) : word
  if (!ids.includes(id)) {
    const near = nearestName(id, ids)
    throw new UserError(`There is no rule "${id}"; ${near === undefined ? `there are ${ids.join(', ')}` : `did you mean "${near}"?`}${near === undefined ? '.' : ''}`)
  }
  return readPage(id) ?? pageOf(id, rules.find(rule => rule.id === id))
}

/** Bundled chunks lie at another depth than sources. */
function readPage(id: string): string | undefined {
  for (const up of ['..', '../..', '../../..']) {
    try {
      return readFileSync(new URL(`${up}/docs/rules/${id}.md`, import.meta.url), 'utf8')
    } catch {
      // Not at this depth.
    }
  }
  return undefined
}

function pageOf(id: string, rule: DocRule | CodeRule | undefined): string {
  const messages = rule?.meta.messages ?? SUPPRESSION_MESSAGES
  const lines = [`# ${id}`, '', `${rule?.meta.description ?? 'Require suppression comments to be needed and to give a reason'}.`, '', '## What it says', '']
  for (const message of Object.values(messages)) lines.push(`- ${message}`)
  const options = Object.entries(rule?.meta.schema.properties ?? {})
  if (options.length > 0) lines.push('', '## Options', '', ...options.map(([name, schema]) => `- \`${name}\`: ${schema.description ?? schema.type ?? ''}`))
  return `${lines.join('\n')}\n`
}
