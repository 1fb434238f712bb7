/** A journey as Markdown: what was typed, what was said, shortened, and how long it took. */
import type { Journey } from './journey.ts'
import type { Step } from './stage.ts'

/** Lines of an output that are shown from its beginning, and from its end. */
const FIRST = 14
const LAST = 2

/** What is true of all journeys of a run. */
export function introduction(version: string, now: Date): string {
  return `Made by \`bench/adoption/run.ts\` on ${now.toISOString().slice(0, 10)}, with doc-lockdown ${version}, Node ${process.versions.node} and ${process.platform}. `
    + 'Seconds stand beside each command; where it failed, as it should, its exit code does too.'
}

/** One section. */
export function transcript(name: string, { start, renamed: [from, to], steps }: Journey): string {
  const seconds = steps.reduce((total, step) => total + step.seconds, 0)
  const head = `### ${name}\n\nFrom ${start}; all commands together took ${seconds.toFixed(0)} seconds. The rename: \`${from}\` to \`${to}\`.`
  return `${head}\n\n\`\`\`console\n${steps.map(stepText).join('\n')}\n\`\`\``
}

function stepText({ command, output, code, seconds }: Step): string {
  if (command.startsWith('#')) return command
  const ended = code === 0 ? '' : `, exit ${String(code)}`
  return [`$ ${command}    # ${seconds.toFixed(1)} s${ended}`, ...shortened(output)].join('\n')
}

function shortened(output: string): readonly string[] {
  const lines = output.trimEnd().split('\n').map(line => line.trimEnd())
  if (lines.length === 1 && lines[0] === '') return []
  if (lines.length <= FIRST + LAST + 1) return lines
  return [...lines.slice(0, FIRST), `… ${String(lines.length - FIRST - LAST)} more lines …`, ...lines.slice(-LAST)]
}
