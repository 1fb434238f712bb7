/** What `init` finds: everything that its plan hangs on, as plain data. */
import type { Repository } from '../core/repository.ts'
import { packagesFact, readJson } from '../facts/packages.ts'
import type { Checkout } from '../git/checkout.ts'
import { defaultBranch } from '../git/default-branch.ts'
import { lookForCi, type CiSurroundings } from './ci.ts'
import { lookForDocuments, type Documents } from './documents.ts'
import { lookForHookManagers } from './hooks/look.ts'
import type { HookManager } from './hooks/manager.ts'
import { lookForPackageManager, type PackageManager } from './package-manager.ts'

export interface Surroundings {
  readonly documents: Documents
  /** `undefined` without a package in the root. */
  readonly manager: PackageManager | undefined
  /** How many packages there are besides the root. */
  readonly members: number
  /** The first is the one that git obeys. */
  readonly hooks: readonly [HookManager, ...HookManager[]]
  readonly ci: CiSurroundings
  /** The branch that pull requests go to. */
  readonly branch: string
  /** The file that says which version of Node is used here. */
  readonly nodeVersionFile: NodeVersionFile | undefined
  readonly eslint: EslintConfig | undefined
  /** The configuration of doc-lockdown that is there already, from the root. */
  readonly config: string | undefined
}

export interface NodeVersionFile {
  readonly file: string
  /** As it stands there, trimmed. */
  readonly version: string
}

export interface EslintConfig {
  readonly file: string
  /** The old kind (`.eslintrc`) takes no plugin of ours. */
  readonly flat: boolean
  readonly commonJs: boolean
}

/**
 * Looks at a checkout.
 * @param config the configuration that is there already, from the root
 * @throws GitError when git can't read its configuration
 */
export function look(repository: Repository, checkout: Checkout, config: string | undefined): Surroundings {
  const packages = repository.get(packagesFact)
  const [first, ...others] = lookForHookManagers(repository, checkout)
  const manager = lookForPackageManager(repository)
  return {
    documents: lookForDocuments(repository),
    manager,
    members: packages.root === undefined ? 0 : packages.membersOf(packages.root).length,
    hooks: [first ?? { kind: 'outside' }, ...others],
    ci: lookForCi(repository, manager?.toolScripts ?? []),
    branch: defaultBranch(checkout) ?? 'main',
    nodeVersionFile: nodeVersionFile(repository),
    eslint: eslintConfig(repository),
    config,
  }
}

function nodeVersionFile({ source }: Repository): NodeVersionFile | undefined {
  const file = ['.nvmrc', '.node-version'].find(name => source.files.has(name))
  const version = file === undefined ? undefined : source.read(file)?.toString('utf8').trim()
  return file === undefined || version === undefined ? undefined : { file, version }
}

function eslintConfig(repository: Repository): EslintConfig | undefined {
  const { files } = repository.source
  const flat = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(ending => `eslint.config.${ending}`).find(name => files.has(name))
  if (flat !== undefined) {
    const module = readJson(repository, 'package.json')?.['type'] === 'module'
    return { file: flat, flat: true, commonJs: /\.c[jt]s$/.test(flat) || (flat.endsWith('.js') && !module && isCommonJs(repository, flat)) }
  }
  const old = ['.eslintrc', '.eslintrc.js', '.eslintrc.cjs', '.eslintrc.json', '.eslintrc.yml', '.eslintrc.yaml'].find(name => files.has(name))
  return old === undefined ? undefined : { file: old, flat: false, commonJs: false }
}

function isCommonJs({ source }: Repository, file: string): boolean {
  return /\brequire\(|\bmodule\.exports\b/.test(source.read(file)?.toString('utf8') ?? '')
}
