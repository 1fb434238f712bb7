/** A deploy script in PowerShell: what it does besides its command, and whether anybody reads its exit status. */
import { commandsOfPowerShell } from '../shell/powershell.ts'
import type { ParsedCommand } from '../shell/command.ts'
import { judgeLine, type Allowance, type JudgedCommand, type PackageScripts } from './commands.ts'
import { dealsWith, type DeployFault } from './fault.ts'
import { isGuardCommand } from './shell.ts'

const CMDLET = /^[A-Za-z]{2,20}-[A-Za-z]{2,40}$/
const NETWORK = /^(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|Send-MailMessage)$/i
const DATA = /^(?:Invoke-Sqlcmd|Write-SqlTableData|Read-SqlTableData)$/i
/** A program that fails stops no script by itself: somebody has to look. */
const LOOKS = /\$LASTEXITCODE|\$\?|\$PSNativeCommandUseErrorActionPreference\s{0,5}=\s{0,5}\$true|\|\|/i

/** Every fault of a deploy script in PowerShell. Offsets are into the text. */
export function faultsInPowerShell(text: string, allowance: Allowance, packageScript: PackageScripts): readonly DeployFault[] {
  const commands = commandsOfPowerShell(text)
  const faults: DeployFault[] = []
  for (const [index, command] of commands.entries()) {
    if (isGuardCommand(command)) continue
    const { start, end } = command
    for (const { verdict, shown } of judge(command, text, allowance, packageScript)) {
      const fault = dealsWith(verdict, shown)
      if (fault !== undefined) faults.push({ ...fault, start, end })
      if (verdict !== 'allowed' || index === commands.length - 1 || LOOKS.test(text.slice(end))) continue
      faults.push({ kind: 'swallowed', shown, how: 'going on without a look at `$LASTEXITCODE`', start, end })
    }
  }
  return faults
}

type Judged = Pick<JudgedCommand, 'verdict' | 'shown'>

function judge(command: ParsedCommand, text: string, allowance: Allowance, packageScript: PackageScripts): readonly Judged[] {
  const words = command.words.map(word => word.text)
  const [name = '', ...args] = words
  const shown = words.join(' ').slice(0, 80)
  if (/^(?:Invoke-Expression|iex)$/i.test(name)) return [{ verdict: 'other', shown }]
  // `Start-Process npx -ArgumentList "prisma", "db", "seed" -Wait`
  if (/^(?:Start-Process|saps)$/i.test(name)) {
    return judgeLine(args.filter(arg => !arg.startsWith('-')).map(arg => arg.replace(/[,@()]/g, ' ')).join(' '), allowance, packageScript)
  }
  if (NETWORK.test(name)) return [{ verdict: 'network', shown }]
  if (DATA.test(name)) return [{ verdict: 'data', shown }]
  if (CMDLET.test(name)) return []
  return judgeLine(text.slice(command.start, command.end), allowance, packageScript)
}
