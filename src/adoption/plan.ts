/** What `init` writes, decided from what it found. */
import { callsTool } from './calls.ts'
import type { Ci } from './ci.ts'
import { CONFIG_FILE, configText } from './config-file.ts'
import { hookSection, withLefthookCommand, withPreCommitHook, withSimpleGitHook } from './hooks/configs.ts'
import { managerName, type HookFile, type HookManager } from './hooks/manager.ts'
import { withCommand } from './hooks/script.ts'
import { addCommand, binaryOf, callOf, runCommand } from './package-manager.ts'
import type { Surroundings } from './surroundings.ts'
import { tool } from '../core/tool.ts'
import { workflowText } from './workflow-file.ts'

/** A file to write. */
export interface Change {
  /** `root`: from the root of the work tree; `git`: from the git directory that all work trees share. */
  readonly place: 'root' | 'git'
  readonly file: string
  /** `undefined` for a new file. */
  readonly before: string | undefined
  readonly after: string
  /** Whether the file must be one that may be run. */
  readonly executable: boolean
  /** What it is for: the end of a sentence. */
  readonly why: string
}

export interface Plan {
  /** In the order in which they are written. */
  readonly changes: readonly Change[]
  /** What was there already: sentences. */
  readonly present: readonly string[]
  /** What a person has to do, in this order: sentences that may end in lines to copy. */
  readonly todo: readonly string[]
}

export interface Wishes {
  readonly hook: boolean
  readonly ci: boolean
}

/** Plans: what is there already is never written again, so that a second plan is empty. */
export function plan(found: Surroundings, wishes: Wishes): Plan {
  const parts: readonly Part[] = [install(found), config(found), ...wishes.hook ? [hook(found)] : [], ...wishes.ci ? [ci(found)] : [], eslint(found)]
  return {
    changes: parts.flatMap(part => part.changes ?? []),
    present: parts.flatMap(part => part.present ?? []),
    todo: parts.flatMap(part => part.todo ?? []),
  }
}

type Part = Partial<Plan>

function install({ manager }: Surroundings): Part {
  if (manager?.hasTool === true) return {}
  // What runs now may be a copy that nobody else has; without a package nothing brings it to the next person.
  return { todo: [manager === undefined ? `Everybody who commits needs it: ${addCommand(manager)}` : `Install it: ${addCommand(manager)}`] }
}

function config({ config: present, documents, manager }: Surroundings): Part {
  if (present !== undefined) return { present: [`${present} configures doc-lockdown already.`] }
  const after = configText(documents, manager !== undefined && !manager.plugAndPlay)
  const change: Change = { place: 'root', file: CONFIG_FILE, before: undefined, after, executable: false, why: 'what was found here, as settings' }
  const freeze = documents.protocols.length > 0 || documents.contract !== undefined
  return { changes: [change], todo: freeze ? [`Pin what the strict documents must keep: ${callOf(manager)} freeze`] : [] }
}

function hook(found: Surroundings): Part {
  const [manager, ...others] = found.hooks
  const command = `${binaryOf(found.manager)} check --staged`
  const running = [manager, ...others].find(one => callsTool(textOf(one), found.manager?.toolScripts ?? []))
  if (running !== undefined) return { present: [`${hookFileOf(running)} runs it before a commit already.`] }
  const passedOver = others.filter(one => one.kind !== 'script').map(managerName)
  const notes = passedOver.length === 0 ? [] : [`Of several hook managers ${managerName(manager)} was taken, before ${passedOver.join(' and ')}.`]
  const part = hookPart(found, manager, command)
  return { ...part, present: notes }
}

function hookPart(found: Surroundings, manager: HookManager, command: string): Part {
  switch (manager.kind) {
    case 'pre-commit': {
      const own = found.manager !== undefined && !manager.elsewhere
      const after = withPreCommitHook(manager.config.text ?? '', own ? command : undefined)
      return edited(manager.config, after, command, 'the pre-commit framework runs the check', [activation(manager.config, 'pre-commit install')])
    }
    case 'husky': {
      const head = manager.sourced ? ['#!/usr/bin/env sh', '. "$(dirname -- "$0")/_/husky.sh"', ''] : []
      const after = withCommand(manager.script.text, command, { errexit: true, head })
      return edited(manager.script, after, command, `${manager.name} runs the check before a commit`, manager.active ? [] : [huskyActivation(manager)], manager.sourced)
    }
    case 'husky 4':
      return { todo: [`${manager.file} has hooks of husky 4: add the command to its "pre-commit" hook:\n${command}`] }
    case 'lefthook': {
      const after = withLefthookCommand(manager.config.file, manager.config.text ?? '', command)
      return edited(manager.config, after, command, 'lefthook runs the check before a commit', [activation(manager.config, runCommand(found.manager, 'lefthook install'))])
    }
    case 'simple-git-hooks': {
      const { file, text = '' } = manager.config
      const after = file.endsWith('.json') ? withSimpleGitHook(file, text, command) : undefined
      return edited(manager.config, after, command, 'simple-git-hooks runs the check before a commit', [`Let git know of the changed hook: ${runCommand(found.manager, 'simple-git-hooks')}`])
    }
    case 'script': return scriptPart(manager, command)
    case 'outside':
      return { todo: [`core.hooksPath leads out of this checkout, where nothing is written: let the pre-commit hook there run\n${command}`] }
  }
}

function scriptPart({ script, active }: Extract<HookManager, { kind: 'script' }>, command: string): Part {
  const after = withCommand(script.text, command, { errexit: false, head: ['#!/bin/sh'] })
  const folder = script.file.slice(0, Math.max(0, script.file.lastIndexOf('/')))
  const todo = active ? [] : [`Let git run the hooks in ${folder}/ (once in each clone): git config core.hooksPath ${folder}`]
  if (script.place === 'git') todo.push('The hook is in this clone only. To share it, keep hooks in a folder such as .githooks/, or use a hook manager.')
  return edited(script, after, command, 'git runs the check before a commit', todo, true)
}

/** A change of a hook's file, or, when it can't be edited, the line for a person to put there. */
function edited(file: HookFile, after: string | undefined, command: string, why: string, todo: readonly string[], executable = false): Part {
  if (after === undefined) return { todo: [`${shownFile(file)} can't be edited safely: let its pre-commit hook run\n${command}`] }
  // A hook that nobody may run was switched off by somebody: it stays so.
  const off = executable && !file.executable
  const change: Change = { place: file.place, file: file.file, before: file.text, after, executable: executable && !off, why }
  return { changes: [change], todo: off ? [`${shownFile(file)} is not executable, so git does not run it: chmod +x ${shownFile(file)}`, ...todo] : todo }
}

function activation({ file }: HookFile, command: string): string {
  return `Let git run the hooks of ${file} (once in each clone): ${command}`
}

/** husky sets itself up when the packages beside its folder are installed. */
function huskyActivation({ name, script }: Extract<HookManager, { kind: 'husky' }>): string {
  const [, above] = /^(.*)\/[^/]+\/[^/]+$/.exec(script.file) ?? []
  return `Let git run the hooks of ${name}, which it does not in this clone: install the packages${above === undefined ? '' : ` of ${above}/`}.`
}

/** A path as a person sees it. */
export function shownFile({ place, file }: Pick<Change, 'place' | 'file'>): string {
  return place === 'git' ? `.git/${file}` : file
}

/** Where a manager's hook stands, as a person sees it. */
function hookFileOf(manager: HookManager): string {
  switch (manager.kind) {
    case 'pre-commit': case 'lefthook': case 'simple-git-hooks': return shownFile(manager.config)
    case 'husky': case 'script': return shownFile(manager.script)
    case 'husky 4': return manager.file
    case 'outside': return 'core.hooksPath'
  }
}

/** What a manager's files say of hooks. */
function textOf(manager: HookManager): string {
  switch (manager.kind) {
    case 'simple-git-hooks': return (manager.config.file === 'package.json' ? hookSection(manager.config.text) : manager.config.text) ?? ''
    case 'pre-commit': case 'lefthook': return manager.config.text ?? ''
    case 'husky': case 'script': return manager.script.text ?? ''
    case 'husky 4': case 'outside': return ''
  }
}

function ci(found: Surroundings): Part {
  const { ci: service, runsIn, others } = found.ci
  if (runsIn !== undefined) return { present: [`${runsIn} runs it in CI already.`] }
  const notes = service.kind !== 'github' || others.length === 0 ? [] : [`Of several CI services GitHub Actions was taken, before ${others.join(' and ')}.`]
  if (service.kind !== 'github') return { todo: [`Check every change in CI, in a clone with the whole history${historyHint(service)}:\n${binaryOf(found.manager)} check`] }
  const after = workflowText({ pins: service.pins, manager: found.manager, branch: found.branch, nodeVersionFile: found.nodeVersionFile })
  const unpinned = unpinnedActions(after)
  const todo = unpinned.length === 0 ? [] : [`Actions are named by commits here; do so for ${unpinned.join(' and ')} in ${service.file}.`]
  return { todo, changes: [{ place: 'root', file: service.file, before: undefined, after, executable: false, why: 'checks every pull request, with the whole history' }], present: notes }
}

/** Actions that a new workflow names by a tag although the others stand by commits, as the repository's own workflows do. */
function unpinnedActions(workflow: string): readonly string[] {
  const uses = [...workflow.matchAll(/uses: (\S+)@(\S+)/g)].map(([, action = '', reference = '']) => ({ action, pinned: /^[0-9a-f]{40}$/.test(reference) }))
  return uses.some(({ pinned }) => pinned) ? uses.filter(({ pinned }) => !pinned).map(({ action }) => action) : []
}

function historyHint(service: Exclude<Ci, { kind: 'github' }>): string {
  if (service.kind === 'none') return ''
  return ` (${service.file}${service.fullHistory === undefined ? '' : `; ${service.fullHistory}`})`
}

function eslint({ eslint: found }: Surroundings): Part {
  if (found === undefined) return {}
  if (!found.flat) return { todo: [`For the editor, ESLint needs a flat config (eslint.config.js) in place of ${found.file}; then add docLockdown.configs.recommended to it.`] }
  const get = found.commonJs ? `const { default: docLockdown } = require(${JSON.stringify(tool.name)})` : `import docLockdown from '${tool.name}'`
  return { todo: [`For the editor, install @eslint/markdown and add to ${found.file}:\n${get}\n…docLockdown.configs.recommended`.replace('…', '...')] }
}
