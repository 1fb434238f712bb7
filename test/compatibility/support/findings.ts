/** What a host printed as JSON, in the same words for all of them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { messageWithReceipt } from '../../../src/core/rule.ts'
import type { Ended } from './start.ts'

/** What was found, one line for each finding, sorted. */
export interface Found {
  /** `path line:column rule` */
  readonly places: readonly string[]
  /** The same with the message and its receipt. */
  readonly messages: readonly string[]
}

interface Line {
  readonly place: string
  readonly message: string
}

function sorted(lines: readonly Line[]): Found {
  return {
    places: lines.map(({ place }) => place).sort(),
    messages: lines.map(({ place, message }) => `${place}: ${message}`).sort(),
  }
}

function parse({ code, out, err }: Ended): unknown {
  try {
    return JSON.parse(out)
  } catch {
    throw new Error(`no JSON (exit ${String(code)}):\n${out}\n${err}`)
  }
}

/** Of `doc-lockdown check --format json`. */
export function ofCommand(ended: Ended): Found {
  const { findings } = parse(ended) as {
    readonly findings: readonly { readonly path: string, readonly line: number, readonly column: number, readonly rule: string, readonly message: string, readonly evidence?: string }[]
  }
  return sorted(findings.map(({ path: file, line, column, rule, message, evidence }) => ({
    place: `${file} ${String(line)}:${String(column)} ${rule}`, message: messageWithReceipt(message, evidence),
  })))
}

/** Of `eslint --format json`. */
export function ofEslint(root: string, ended: Ended): Found {
  const results = parse(ended) as readonly {
    readonly filePath: string
    readonly messages: readonly { readonly line: number, readonly column: number, readonly ruleId: string | null, readonly message: string }[]
  }[]
  return sorted(results.flatMap(({ filePath, messages }) => messages.map(({ line, column, ruleId, message }) => ({
    place: `${path.relative(root, filePath)} ${String(line)}:${String(column)} ${(ruleId ?? 'none').replace('doc-lockdown/', '')}`, message,
  }))))
}

/** Writes files of the project's tools, which its git ignores. */
export function configureProject(root: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text)
}

/** Of `oxlint --format json`. */
export function ofOxlint(ended: Ended): Found {
  const { diagnostics } = parse(ended) as {
    readonly diagnostics: readonly { readonly filename: string, readonly code: string, readonly message: string, readonly labels: readonly { readonly span: { readonly line: number, readonly column: number } }[] }[]
  }
  return sorted(diagnostics.map(({ filename, code, message, labels }) => ({
    place: `${filename} ${String(labels[0]?.span.line)}:${String(labels[0]?.span.column)} ${code.replace(/^doc-lockdown\((.*)\)$/, '$1')}`, message,
  })))
}
