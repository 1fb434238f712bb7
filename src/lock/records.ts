/** Whether what stands in a lock file are facts: somebody may have edited it. */
import type { NumberedRecord } from '../lookups/numbered.ts'
import type { ReleaseRecord } from '../lookups/release.ts'

type Test = (value: unknown) => boolean

const isText: Test = value => typeof value === 'string'
const isFlag: Test = value => typeof value === 'boolean'
const isCommit: Test = value => typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
const isTime: Test = value => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,16}Z$/.test(value)
const isTexts: Test = value => Array.isArray(value) && value.every(isText)
const oneOf = (...words: readonly string[]): Test => value => typeof value === 'string' && words.includes(value)
const optional = (test: Test): Test => value => value === undefined || test(value)

const NUMBERED: Readonly<Record<keyof NumberedRecord, Test>> = {
  kind: oneOf('pull-request', 'issue'), state: oneOf('open', 'closed', 'merged'), title: isText,
  mergedAt: optional(isTime), head: optional(isCommit), mergeCommit: optional(isCommit), files: optional(isTexts),
}
const RELEASE: Readonly<Record<keyof ReleaseRecord, Test>> = {
  tag: isText, title: isText, commit: isCommit, publishedAt: optional(isTime), draft: isFlag, prerelease: isFlag,
}

/** Whether a value is a pull request or an issue. Further keys are of later versions, and no harm. */
export function isNumberedRecord(value: unknown): value is NumberedRecord {
  return fits(value, NUMBERED)
}

/** Whether a value is a release. */
export function isReleaseRecord(value: unknown): value is ReleaseRecord {
  return fits(value, RELEASE)
}

function fits(value: unknown, shape: Readonly<Record<string, Test>>): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const record = value as Readonly<Record<string, unknown>>
  return Object.entries(shape).every(([key, test]) => test(record[key]))
}
