/** What `init` says it did: what was found, what was written, what is left to a person. */
import { managerName } from './hooks/manager.ts'
import { callOf } from './package-manager.ts'
import { shownFile, type Plan } from './plan.ts'
import type { Surroundings } from './surroundings.ts'

export interface Today {
  /** How many findings there are today. */
  readonly findings: number
}

/** One line: what is here. */
export function foundText(found: Surroundings): string {
  const { documents, manager, members, hooks: [hooks], ci: { ci } } = found
  const parts = [`${counted(documents.count, 'document')}${documents.setAside === 0 ? '' : ` (${String(documents.setAside)} more set aside)`}`]
  if (documents.protocols.length > 0) parts.push(counted(documents.protocols.length, 'protocol'))
  if (documents.contract !== undefined) parts.push(`the mutation contract ${documents.contract}`)
  if (documents.runbooks.length > 0) parts.push(counted(documents.runbooks.length, 'runbook'))
  parts.push(manager === undefined ? 'no package in the root' : members === 0 ? `a package of ${manager.name}` : `${counted(members, 'workspace')} of ${manager.name}`)
  parts.push(managerName(hooks), ci.kind === 'github' ? 'GitHub Actions' : ci.kind === 'service' ? ci.service : 'no CI')
  return `Found ${parts.join(', ')}.\n`
}

/** What was written, or would be. */
export function writtenText({ changes, present }: Plan): string {
  const width = Math.max(0, ...changes.map(change => shownFile(change).length))
  const lines = changes.map(change => `  ${change.before === undefined ? 'new    ' : 'changed'}  ${shownFile(change).padEnd(width)}  ${change.why}`)
  return [...lines, ...present.map(sentence => `  ${sentence}`)].map(line => `${line}\n`).join('')
}

/** What a person does next, numbered; '' for nothing. */
export function nextText({ todo }: Plan, { manager }: Surroundings, today: Today): string {
  const steps = [...todo, ...todaysSteps(today, callOf(manager))]
  if (steps.length === 0) return ''
  const written = steps.map((step, index) => `  ${`${String(index + 1)}.`.padEnd(3)}${step.split('\n').join('\n       ')}\n`)
  return `\nNext:\n${written.join('')}`
}

function todaysSteps({ findings }: Today, call: string): readonly string[] {
  if (findings === 0) return []
  return [`Look at ${findings === 1 ? 'the finding' : `the ${String(findings)} findings`} of today: ${call} check. Fix what is certain with --fix, set the rest aside with: ${call} baseline`]
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`
}
