import { verificationsIn } from '../../src/analysis/dates/verification.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { declaresStrict } from '../../src/core/strict-declaration.ts'
import { judgeVerification, type SaidVerification } from '../../src/facts/judge-verification.ts'

export interface ExpiredVerificationOptions {
  readonly maxAgeDays: number
  readonly artifacts: boolean
}

/** A day of verification must be past, recent enough, and later than what was verified. */
export const noExpiredVerification = defineDocRule<SaidVerification, ExpiredVerificationOptions>({
  id: 'no-expired-verification',
  meta: {
    description: 'Disallow dates of verification that are too old, in the future, or older than what they vouch for',
    schema: {
      type: 'object',
      properties: {
        maxAgeDays: { type: 'integer', minimum: 0, description: 'How many days a date may be old; 0 allows any age.' },
        artifacts: { type: 'boolean', description: 'Whether a date must be later than the last change of the files that its section cites; in documents whose front matter says strict it must be anyway.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { maxAgeDays: 0, artifacts: false },
    messages: {
      impossible: 'No calendar has this day.',
      future: 'Last {{verb}} on {{date}}, which is yet to come.',
      tooOld: 'Last {{verb}} on {{date}}, too long ago.',
      outdated: 'Last {{verb}} on {{date}}, before `{{path}}` was last changed.',
    },
    recommended: true,
    fixable: false,
  },
  references: mentions,
  verify: judgeVerification,
})

function* mentions(document: Document): Iterable<Mention<SaidVerification>> {
  for (const { verb, days, start, end, cited } of verificationsIn(document)) {
    yield { start, end, target: { verb, days, cited, strict: declaresStrict(document.text) } }
  }
}
