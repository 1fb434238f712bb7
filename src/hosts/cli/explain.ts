import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ResolvedConfig } from '../../config/resolve.ts'
import { nearestName } from '../../core/nearest-name.ts'
import type { CodeRule } from '../../core/code-rule.ts'
import type { DocRule } from '../../core/rule.ts'
import { RULE_PREFIX } from '../../core/suppressions.ts'
import { SUPPRESSION_MESSAGES, SUPPRESSION_RULE } from '../../core/judge-directives.ts'
import { UserError } from '../../core/user-error.ts'
import { findCheckout } from '../../git/checkout.ts'
import type { Arguments } from './arguments.ts'
import { codeRules, docRules } from '../../../rules/index.ts'

/**
 * The page of a rule as text: from the package's docs, or, where they are not installed, from the rule itself.
 * @param words what stands behind `explain`: one rule id, with or without prefix
 * @param flags where the configuration is, which may define rules of its own
 * @throws UserError for an unknown rule, with the nearest name
 */
export async function explainRule(words: readonly string[], { root = '.', config }: Pick<Arguments['flags'], 'root' | 'config'>): Promise<string> {
  const [word] = words
  const ours = [...docRules, ...codeRules]
  const isOurs = [...ours.map(rule => rule.id), SUPPRESSION_RULE].some(id => id === word || RULE_PREFIX + id === word)
  // Only a rule that is none of ours is worth running a configuration for.
  const rules = isOurs ? ours : [...ours, ...await ownRules(root, config)]
  const ids = [...rules.map(rule => rule.id), SUPPRESSION_RULE]
  if (word === undefined || words.length > 1) throw new UserError(`explain takes one rule. There are ${ids.join(', ')}.`)
  const id = word.startsWith(RULE_PREFIX) ? word.slice(RULE_PREFIX.length) : word
  if (!ids.includes(id)) {
    const near = nearestName(id, ids)
    throw new UserError(`There is no rule "${id}"; ${near === undefined ? `there are ${ids.join(', ')}` : `did you mean "${near}"?`}${near === undefined ? '.' : ''}`)
  }
  const rule = rules.find(one => one.id === id)
  return (rule === undefined || ours.includes(rule) ? readPage(id) : undefined) ?? pageOf(id, rule)
}

/** Rules that the configuration of a checkout defines; outside of one there are none. */
async function ownRules(root: string, configFile: string | undefined): Promise<ResolvedConfig['ownRules']> {
  const folder = path.resolve(root)
  const checkout = existsSync(folder) ? findCheckout(folder)?.root : undefined
  if (checkout === undefined && configFile === undefined) return []
  const { configure } = await import('../session.ts')
  return (await configure(checkout ?? folder, { configFile })).config.ownRules
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
  const url = rule?.meta.url ?? ''
  if (url !== '') lines.push('', `See ${url}`)
  return `${lines.join('\n')}\n`
}
