/** What the pages of the rules and the table in the README must say, made from the registry. */
import path from 'node:path'
import { codeRules, docRules } from '../../rules/index.ts'
import { ruleSchemas } from '../../src/config/schema.ts'
import { SUPPRESSION_DESCRIPTION, SUPPRESSION_RULE } from '../../src/core/judge-directives.ts'
import type { JsonSchema } from '../../src/core/rule.ts'

export const PAGES = path.resolve(import.meta.dirname, '../../docs/rules')

export interface PageSubject {
  readonly id: string
  readonly description: string
  readonly recommended: boolean
  readonly fixable: boolean
  readonly about: 'documents' | 'code'
  readonly options: Readonly<Record<string, JsonSchema>>
  readonly defaults: Readonly<Record<string, unknown>>
}

/** Every rule that has a page, that of suppressions too. */
export function pageSubjects(): readonly PageSubject[] {
  const schemas = ruleSchemas()
  const rules = [
    ...docRules.map(({ id, meta }) => ({ id, meta, fixable: meta.fixable, about: 'documents' as const })),
    ...codeRules.map(({ id, meta }) => ({ id, meta, fixable: meta.suggests, about: 'code' as const })),
  ].map(({ meta, ...rule }) => ({ ...rule, description: meta.description, recommended: meta.recommended, defaults: meta.defaultOptions as Record<string, unknown> }))
  const suppressions = { id: SUPPRESSION_RULE, description: SUPPRESSION_DESCRIPTION, recommended: true, fixable: false, about: 'documents' as const, defaults: {} }
  return [...rules, suppressions].map(subject => ({ ...subject, options: schemas.get(subject.id)?.properties ?? {} }))
}

/** The first lines of a page. */
export function pageHead({ id, description, recommended, fixable, about }: PageSubject): string {
  const on = about === 'code' ? 'On by default where a contract or the settings name scripts.' : 'On by default.'
  const traits = [recommended ? on : 'Off by default.', ...(fixable ? ['Some findings come with a fix or a suggestion.'] : [])]
  return `# ${id}\n\n${description}.\n\n${traits.join(' ')}\n\n## What it reports\n`
}

/** The section about options. */
export function pageOptions({ options, defaults }: PageSubject): string {
  const rows = Object.entries(options).map(([name, schema]) =>
    `| \`${name}\` | ${typeText(schema)} | \`${JSON.stringify(defaults[name])}\` | ${schema.description ?? ''} |`)
  return rows.length === 0
    ? '## Options\n\nThis rule has no options.\n'
    : `## Options\n\n| Option | Type | Default | Meaning |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

function typeText({ type, items, enum: values }: JsonSchema): string {
  if (values !== undefined) return values.map(value => `\`${JSON.stringify(value)}\``).join(', ')
  return type === 'array' ? `list of ${items?.type ?? 'value'}s` : type ?? 'any'
}

/** The table between the README's markers. */
export function readmeTable(): string {
  const rows = pageSubjects().map(({ id, description, fixable }) => `| [${id}](docs/rules/${id}.md) | ${description} | ${fixable ? 'yes' : ''} |`)
  return `| Rule | What it asks | Fixes |\n|---|---|---|\n${rows.join('\n')}\n`
}

/** A block ` ```md example rule/case `: a text to be judged in the repository of that case. */
export interface PageExample {
  readonly fixture: string
  readonly text: string
  /** The block ` ```text ` right behind it: findings as `line:column message`; '' when nothing may be found. */
  readonly findings: string
}

const EXAMPLE = /^```md example (\S+)\n([^]*?)^```\n(?:\n```text\n([^]*?)^```\n)?/gm

/** The examples of a page. */
export function examplesIn(page: string): readonly PageExample[] {
  return [...page.matchAll(EXAMPLE)].map(match => ({ fixture: match[1] ?? '', text: match[2] ?? '', findings: match[3] ?? '' }))
}

/** A block ` ```js example scripts/sync.js ` of a page about code: a file of a small repository. */
export interface CodeExample {
  readonly path: string
  readonly text: string
}

const CODE_EXAMPLE = /^```\w+ example (\S+)\n([^]*?)^```$/gm

/** The examples of a page about code; together they are one repository. */
export function codeExamplesIn(page: string): readonly CodeExample[] {
  return [...page.matchAll(CODE_EXAMPLE)].map(match => ({ path: match[1] ?? '', text: match[2] ?? '' }))
}

/** `path:line` of every line that says that it is reported: `// reported`, `# reported: why`. */
export function reportedLines({ path: file, text }: CodeExample): readonly string[] {
  return text.split('\n').flatMap((line, index) => (/(?:\/\/|#) reported\b/.test(line) ? [`${file}:${String(index + 1)}`] : []))
}
