/** `doc-lockdown init`: a configuration, a hook and a workflow for this repository. It asks nothing and overwrites nothing. */
import path from 'node:path'
import { parse } from 'jsonc-parser'
import { foundText, nextText, writtenText, type Today } from '../../adoption/account.ts'
import { CONFIG_FILE } from '../../adoption/config-file.ts'
import { plan, shownFile, type Change, type Plan } from '../../adoption/plan.ts'
import { look, type Surroundings } from '../../adoption/surroundings.ts'
import { check } from '../../api.ts'
import type { UserConfig } from '../../config/config.ts'
import { loadConfig } from '../../config/load.ts'
import { createRepository } from '../../core/repository.ts'
import { UserError } from '../../core/user-error.ts'
import type { Checkout } from '../../git/checkout.ts'
import { explainGit, openContent, requireCheckout } from '../open-checkout.ts'
import type { Arguments } from './arguments.ts'
import { createFile } from './create-file.ts'
import { replaceFile } from './replace-file.ts'

export interface InitOutcome {
  /** For stdout: the account, or with `--dry-run` the diff. */
  readonly output: string
  /** For stderr: with `--dry-run` the account, which is no part of the diff. */
  readonly account: string
}

/**
 * Looks, plans, writes and tells.
 * @throws UserError outside of a checkout, for a configuration that is wrong, or when a file can't be written
 */
export async function init(flags: Arguments['flags']): Promise<InitOutcome> {
  const checkout = requireCheckout(path.resolve(flags.root ?? '.'))
  const { root } = checkout
  const { config, file } = await loadConfig(root)
  const found = lookAt(checkout, config, file === undefined ? undefined : path.relative(root, file))
  const planned = plan(found, { hook: flags.hook !== false, ci: flags.ci !== false })
  if (flags['dry-run'] === true) {
    const { unifiedDiff } = await import('./unified-diff.ts')
    const diff = unifiedDiff(planned.changes.map(change => ({
      path: shownFile(change), after: Buffer.from(change.after), executable: change.executable,
      before: change.before === undefined ? undefined : Buffer.from(change.before),
    })))
    return { output: diff, account: account(found, planned, await todaysFindings(root, plannedConfig(planned))) }
  }
  write(checkout, planned.changes)
  return { output: account(found, planned, await todaysFindings(root)), account: '' }
}

function lookAt(checkout: Checkout, { settings = {} }: UserConfig, config: string | undefined): Surroundings {
  const source = openContent(checkout, 'worktree')
  try {
    return look(createRepository({ root: checkout.root, source, settings }), checkout, config)
  } catch (error) {
    throw explainGit(error)
  }
}

/** The configuration that would be written; `undefined` when there is one already. */
function plannedConfig({ changes }: Plan): UserConfig | undefined {
  const change = changes.find(({ place, file }) => place === 'root' && file === CONFIG_FILE)
  return change === undefined ? undefined : parse(change.after) as UserConfig
}

/** One after the other; a second run writes what the first one could not. */
function write(checkout: Checkout, changes: readonly Change[]): void {
  const wording = { deed: 'written', again: 'run "doc-lockdown init" again' }
  for (const { place, file, before, after, executable } of changes) {
    const base = place === 'git' ? checkout.commonDirectory : checkout.root
    const { status, message } = before === undefined
      ? createFile(base, file, Buffer.from(after), executable, wording)
      : replaceFile(base, file, Buffer.from(before), Buffer.from(after), wording)
    if (status === 'refused') throw new UserError(`${message} Put it in order and run "doc-lockdown init" again, or leave it out with --no-hook or --no-ci.`)
    if (status === 'failed') throw new UserError(message)
  }
}

async function todaysFindings(root: string, config?: UserConfig): Promise<Today> {
  const { findings } = await check({ cwd: root, ...config === undefined ? {} : { config } })
  return { findings: findings.length }
}

function account(found: Surroundings, planned: Plan, today: Today): string {
  const written = planned.changes.length === 0 ? '  Nothing to write.\n' : ''
  return `${foundText(found)}\n${written}${writtenText(planned)}${nextText(planned, found, today)}`
}
