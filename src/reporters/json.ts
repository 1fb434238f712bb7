/** The public JSON contract, version 1. Its types stand alone: an inner type may change, this may not. */
import type { Finding } from '../core/finding.ts'
import type { Report } from '../core/report.ts'
import { tool } from '../core/tool.ts'

export interface JsonFinding {
  readonly rule: string
  readonly severity: 'error' | 'warn'
  readonly confidence: 'high' | 'medium' | 'low'
  readonly path: string
  /** 1-based, as all lines and columns here. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly subject: string
  readonly message: string
  readonly evidence?: string
  readonly fix?: { readonly safety: 'safe' | 'suggestion'; readonly text: string }
  readonly url: string
}

export interface JsonUnknown {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly subject: string
  readonly reason: string
}

export interface JsonReport {
  readonly version: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly repository: { readonly commit: string | null; readonly source: 'worktree' | 'index' | 'commit'; readonly shallow: boolean }
  readonly summary: {
    readonly documents: number; readonly references: number; readonly holds: number; readonly broken: number
    readonly unknown: number; readonly suppressed: number; readonly baselined: number; readonly silent: number; readonly setAside: number
    /** Files of code that were judged, and what was found in them. */
    readonly files: number; readonly problems: number
  }
  readonly findings: readonly JsonFinding[]
  readonly unknown: readonly JsonUnknown[]
  readonly suppressed: readonly (JsonFinding & { readonly reason: string })[]
  /** Findings that `doc-lockdown.baseline.json` knows. */
  readonly baselined: readonly JsonFinding[]
  readonly setAside: readonly { readonly path: string; readonly reason: string }[]
  readonly notices: readonly string[]
}

export interface JsonReference {
  readonly rule: string
  readonly path: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly subject: string
  readonly status: 'holds' | 'broken' | 'unknown'
  readonly evidence?: string
  readonly reason?: string
  readonly confidence?: 'high' | 'medium' | 'low'
}

/** `check --format json`. */
export function formatJson(report: Report): string {
  const json: JsonReport = {
    ...head(report),
    findings: report.findings.map(toJson),
    unknown: report.unknown.map(({ rule, path, line, column, subject, reason }) => ({ rule, path, line, column, subject, reason })),
    suppressed: report.suppressed.map(finding => ({ ...toJson(finding), reason: finding.reason })),
    baselined: report.baselined.map(toJson),
    setAside: report.setAside,
    notices: report.notices,
  }
  return `${JSON.stringify(json, null, 2)}\n`
}

/** `references --format json`. */
export function formatReferencesJson(report: Report): string {
  const references: JsonReference[] = report.references.map(({ rule, path, line, column, endLine, endColumn, subject, verdict }) => ({
    rule, path, line, column, endLine, endColumn, subject, status: verdict.status,
    ...(verdict.status === 'unknown' || verdict.evidence === undefined ? {} : { evidence: verdict.evidence }),
    ...(verdict.status === 'unknown' ? { reason: verdict.reason } : {}),
    ...(verdict.status === 'broken' ? { confidence: verdict.confidence } : {}),
  }))
  return `${JSON.stringify({ ...head(report), references }, null, 2)}\n`
}

function head(report: Report): Pick<JsonReport, 'version' | 'tool' | 'repository' | 'summary'> {
  return {
    version: 1, tool: { name: tool.name, version: tool.version },
    repository: { ...report.repository, commit: report.repository.commit ?? null },
    summary: report.summary,
  }
}

function toJson(finding: Finding): JsonFinding {
  const { rule, severity, confidence, path, line, column, endLine, endColumn, subject, message, evidence, fix, url } = finding
  return {
    rule, severity, confidence, path, line, column, endLine, endColumn, subject, message,
    ...(evidence === undefined ? {} : { evidence }),
    ...(fix === undefined ? {} : { fix: { safety: fix.safety, text: fix.text } }),
    url,
  }
}
