#!/usr/bin/env node
import { UserError } from '../../core/user-error.ts'
import { tool } from '../../core/tool.ts'
import { readArguments } from './arguments.ts'
import { helpText } from './flags.ts'

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2))
  if (args.flags.help === true) {
    process.stdout.write(helpText())
    return 0
  }
  if (args.flags.version === true) {
    process.stdout.write(`${tool.version}\n`)
    return 0
  }
  const { runCheck } = await import('./check-run.ts')
  const report = await runCheck(args, args.command === 'references')
  if (args.flags.format === 'json') {
    const { formatJson, formatReferencesJson } = await import('../../reporters/json.ts')
    process.stdout.write(args.command === 'references' ? formatReferencesJson(report) : formatJson(report))
  } else {
    const { formatText } = await import('../../reporters/text.ts')
    const { createColors } = await import('../../reporters/colors.ts')
    process.stdout.write(formatText(report, createColors(process.stdout.isTTY)))
  }
  return report.findings.some(finding => finding.severity === 'error') ? 1 : 0
}

try {
  process.exitCode = await main()
} catch (error) {
  process.exitCode = 2
  if (error instanceof UserError) process.stderr.write(`doc-lockdown: ${error.message}\n`)
  else process.stderr.write(`doc-lockdown: this is a bug in doc-lockdown, please report it.\n${error instanceof Error ? error.stack ?? error.message : String(error)}\n`)
}
