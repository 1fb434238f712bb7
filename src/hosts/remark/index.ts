/** The remark plugin: every configured rule on every file that remark processes. */
import path from 'node:path'
import type { UserConfig } from '../../config/config.ts'
import { matcher, type ResolvedConfig } from '../../config/resolve.ts'
import { checkDocument } from '../../core/check.ts'
import type { Finding } from '../../core/finding.ts'
import { messageWithReceipt } from '../../core/rule.ts'
import { tool } from '../../core/tool.ts'
import { findCheckout } from '../../git/checkout.ts'
import { newFindings } from '../hold-baseline.ts'
import { openDocument } from '../open-document.ts'
import { configure } from '../session.ts'

export interface DocLockdownOptions {
  /** A configuration in place of the repository's config file. */
  readonly config?: UserConfig
  /** A config file, from the current folder. */
  readonly configFile?: string
}

/** The part of a vfile that is used here: of our own, so that nobody's types hang on where unified lies. */
interface File {
  readonly cwd: string
  readonly history: readonly string[]
  toString(): string
  message(reason: string, options: { readonly ruleId: string, readonly source: string, readonly place: Place }): Message
}

interface Place {
  readonly start: Point
  readonly end: Point
}

interface Point {
  line: number
  column: number
  offset: number
}

interface Message {
  fatal?: boolean | null | undefined
  url?: string | undefined
  note?: string | undefined
  actual?: string | null | undefined
  expected?: string[] | null | undefined
}

/**
 * Adds a message for each finding: `fatal` for errors, the receipt in the text and in `note`, the rule's page in `url`.
 * The text is parsed anew, so that findings are the same as on the command line.
 */
function docLockdown(options: DocLockdownOptions = {}): (tree: unknown, file: File) => Promise<void> {
  const configs = new Map<string, Promise<ResolvedConfig>>()
  const configFor = (cwd: string): Promise<ResolvedConfig> => {
    const root = findCheckout(cwd)?.root ?? cwd
    const known = configs.get(root)
    if (known !== undefined) return known
    const made = configure(root, options).then(({ config }) => config)
    configs.set(root, made)
    return made
  }
  return async (_tree, file) => {
    const cwd = path.resolve(file.cwd)
    const config = await configFor(cwd)
    const name = file.history.at(-1)
    const open = openDocument({ cwd, file: name === undefined ? '' : path.resolve(cwd, name), text: String(file), isIncluded: matcher(config.include), settings: config.settings })
    if (open === undefined || matcher(config.ignore)(open.document.path)) return
    const report = checkDocument(open.repository, open.document, { ...config, setAside: [] })
    for (const finding of newFindings(report.findings, open.repository)) add(file, finding)
  }
}

function add(file: File, finding: Finding): void {
  const { line, column, endLine, endColumn, start, end } = finding
  const message = file.message(messageWithReceipt(finding.message, finding.evidence), {
    ruleId: finding.rule,
    source: tool.name,
    place: { start: { line, column, offset: start }, end: { line: endLine, column: endColumn, offset: end } },
  })
  message.fatal = finding.severity === 'error'
  if (finding.url !== '') message.url = finding.url
  if (finding.evidence !== undefined) message.note = finding.evidence
  if (finding.fix !== undefined) {
    message.actual = finding.subject
    message.expected = [finding.fix.text]
  }
}

export { docLockdown as default }
