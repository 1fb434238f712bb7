/** A registry with one rule that does nothing but ask: `owner/name#12` and `owner/name@tag`, also with a host before. */
import type { CodeRule } from '../../src/core/code-rule.ts'
import { defineDocRule, type DocRule } from '../../src/core/rule.ts'
import { holds, unknown } from '../../src/core/verdict.ts'
import type { HostedRepository } from '../../src/lookups/answer.ts'
import { numbered } from '../../src/lookups/numbered.ts'
import { release } from '../../src/lookups/release.ts'

interface Target extends HostedRepository {
  readonly number: number | null
  readonly tag: string | null
}

const asking = defineDocRule<Target, object>({
  id: 'asking',
  meta: {
    description: 'Require that what is asked for exists',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: { absent: '`{{what}}` does not exist.' },
    recommended: true,
    fixable: false,
  },
  * references({ text }) {
    for (const match of text.matchAll(/(?:([\w-]+\.[\w.-]+)\/)?([\w-]+)\/([\w-]+)(?:#(\d+)|@([\w./-]+))/g)) {
      const [whole, host = 'github.com', owner = '', name = '', number, tag] = match
      yield { start: match.index, end: match.index + whole.length, target: { host, owner, name, number: number === undefined ? null : Number(number), tag: tag ?? null } }
    }
  },
  verify({ target, subject }, repository) {
    const answer = target.tag === null ? repository.ask(numbered(target, target.number ?? 0)) : repository.ask(release(target, target.tag))
    if (answer.status === 'unknown') return unknown(answer.reason)
    if (answer.status === 'absent') return { status: 'broken', confidence: 'high', messageId: 'absent', data: { what: subject } }
    // What a merged request depends on is asked in a second round.
    const follows = 'files' in answer.value ? answer.value.files.includes('ask-1000') : false
    const next = follows ? repository.ask(numbered(target, 1000)) : undefined
    return holds(JSON.stringify(answer.value) + (next === undefined ? '' : ` then ${next.status}`))
  },
})

export const docRules: readonly DocRule[] = [asking]

/** None here is about code. */
export const codeRules: readonly CodeRule[] = []
