/** Who installs packages here, and how it is told to. */
import { packagesFact, readJson, readYaml, recordOf } from '../facts/packages.ts'
import { tool } from '../core/tool.ts'
import type { Repository } from '../core/repository.ts'
import { callsTool } from './calls.ts'

type ManagerName = 'npm' | 'pnpm' | 'yarn' | 'bun'

export interface PackageManager {
  readonly name: ManagerName
  readonly lockFile: string | undefined
  /** Yarn 1, whose flags are others. */
  readonly classic: boolean
  /** Whether there is no `node_modules`: Yarn's Plug'n'Play. */
  readonly plugAndPlay: boolean
  /** Whether the root declares workspaces. */
  readonly workspaces: boolean
  /** Whether the manifest says which version of the manager is used (`packageManager`). */
  readonly pinned: boolean
  /** Whether our package is among the root's dependencies. */
  readonly hasTool: boolean
  /** Names of the root's scripts that call our command. */
  readonly toolScripts: readonly string[]
}

const BY_LOCK_FILE: Readonly<Record<string, ManagerName>> = {
  'pnpm-lock.yaml': 'pnpm', 'yarn.lock': 'yarn', 'package-lock.json': 'npm', 'npm-shrinkwrap.json': 'npm', 'bun.lock': 'bun', 'bun.lockb': 'bun',
}

/** The manager of the root package: as `packageManager` says, else as its lock file does, else npm. `undefined` without a root package. */
export function lookForPackageManager(repository: Repository): PackageManager | undefined {
  const manifest = repository.get(packagesFact).root
  if (manifest === undefined) return undefined
  const { files } = repository.source
  const lockFiles = Object.keys(BY_LOCK_FILE).filter(file => files.has(file))
  const pin = /^(npm|pnpm|yarn|bun)@(\d*)/.exec(manifest.packageManager ?? '')
  const name = pin?.[1] as ManagerName | undefined ?? BY_LOCK_FILE[lockFiles[0] ?? ''] ?? (files.has('pnpm-workspace.yaml') ? 'pnpm' : 'npm')
  const classic = name === 'yarn' && (pin?.[2] === undefined || pin[2] === '' ? !files.has('.yarnrc.yml') : pin[2] === '1')
  const linker = name === 'yarn' && !classic ? recordOf(readYaml(repository, '.yarnrc.yml'))['nodeLinker'] ?? 'pnp' : undefined
  return {
    name, classic,
    lockFile: lockFiles.find(file => BY_LOCK_FILE[file] === name),
    plugAndPlay: linker === 'pnp',
    workspaces: manifest.workspaces.length > 0,
    pinned: pin !== null || recordOf(recordOf(readJson(repository, manifest.path)?.['devEngines'])['packageManager'])['name'] === name,
    hasTool: manifest.name === tool.name || manifest.dependencies.has(tool.name),
    toolScripts: [...manifest.scripts].filter(([, command]) => callsTool(command, [])).map(([script]) => script),
  }
}

/** The command with which a person adds our package. Without a package to add it to it is installed for the machine. */
export function addCommand(manager: PackageManager | undefined): string {
  if (manager === undefined) return `npm install --global ${tool.name}`
  const { name, classic, workspaces } = manager
  switch (name) {
    case 'npm': return `npm install --save-dev ${tool.name}`
    case 'pnpm': return `pnpm add --save-dev ${workspaces ? '--workspace-root ' : ''}${tool.name}`
    case 'yarn': return `yarn add --dev ${classic && workspaces ? '--ignore-workspace-root-check ' : ''}${tool.name}`
    case 'bun': return `bun add --dev ${tool.name}`
  }
}

/** The command that installs exactly what the lock file says. */
export function installCommand({ name, classic, lockFile }: PackageManager): string {
  switch (name) {
    case 'npm': return lockFile === undefined ? 'npm install' : 'npm ci'
    case 'pnpm': return lockFile === undefined ? 'pnpm install' : 'pnpm install --frozen-lockfile'
    case 'yarn': return lockFile === undefined ? 'yarn install' : classic ? 'yarn install --frozen-lockfile' : 'yarn install --immutable'
    case 'bun': return lockFile === undefined ? 'bun install' : 'bun install --frozen-lockfile'
  }
}

/** Our command as scripts in the root call it: the installed binary, which starts faster than `npx`. */
export function binaryOf(manager: PackageManager | undefined): string {
  return manager === undefined ? tool.name : manager.plugAndPlay ? `yarn ${tool.name}` : `node_modules/.bin/${tool.name}`
}

/** A command that runs another package's binary. */
export function runCommand(manager: PackageManager | undefined, binary: string): string {
  return `${{ npm: 'npx', pnpm: 'pnpm exec', yarn: 'yarn', bun: 'bunx' }[manager?.name ?? 'npm']} ${binary}`
}

/** Our command as a person types it. */
export function callOf(manager: PackageManager | undefined): string {
  return manager === undefined ? tool.name : runCommand(manager, tool.name)
}
