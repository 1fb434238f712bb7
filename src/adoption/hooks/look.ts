/** Finds the hook managers of a repository. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import semver from 'semver'
import type { Repository } from '../../core/repository.ts'
import { filesFact } from '../../facts/files.ts'
import { listOf, packagesFact, readJson, recordOf } from '../../facts/packages.ts'
import type { Checkout } from '../../git/checkout.ts'
import { hookFolder } from '../../git/hooks.ts'
import type { HookFile, HookManager } from './manager.ts'

const PRE_COMMIT = ['.pre-commit-config.yaml', '.pre-commit-config.yml']
/** As lefthook looks for them. */
const LEFTHOOK = ['lefthook', '.lefthook', '.config/lefthook'].flatMap(name => ['yml', 'yaml', 'toml', 'json', 'jsonc'].map(ending => `${name}.${ending}`))
/** In the order in which simple-git-hooks looks for them. */
const SIMPLE = ['.simple-git-hooks', 'simple-git-hooks'].flatMap(name => ['cjs', 'js', 'mjs', 'json'].map(ending => `${name}.${ending}`))
const HUSKY_HOOK = /^((?:[^/]+\/)*)(\.husky|\.vite-hooks)\/(?:pre|post|commit|prepare)-[a-z-]+$/
/** Folders that people name in `core.hooksPath`. */
const HOOK_FOLDERS = ['.githooks', '.git-hooks', 'githooks', 'git-hooks', '.hooks', 'hooks']
const HOOK_NAMES = ['pre-commit', 'commit-msg', 'pre-push', 'prepare-commit-msg', 'post-commit', 'post-checkout', 'post-merge']

/**
 * Every hook manager, the one that git would obey first: one that sets `core.hooksPath` (husky, a folder) silences all that
 * write into `.git/hooks`. The last is always there: a script of git's own.
 * @throws GitError when git can't read its configuration
 */
export function lookForHookManagers(repository: Repository, checkout: Checkout): readonly HookManager[] {
  const folder = hookFolder(checkout)
  const scripted: HookManager = folder === undefined ? { kind: 'outside' } : scriptIn(repository, checkout, folder.place, folder.folder, true)
  const managers = [...husky(repository, folder?.configured === true), ...configured(repository)]
  if (folder === undefined) return [...managers, scripted]
  // husky and Vite+ let git look into a folder that they write themselves.
  if (folder.configured && !/(?:^|\/)_$/.test(folder.folder)) return [scripted, ...managers]
  const prepared = HOOK_FOLDERS.find(name => HOOK_NAMES.some(hook => repository.source.files.has(`${name}/${hook}`)))
  return [...managers, ...prepared === undefined ? [] : [scriptIn(repository, checkout, 'root', prepared, false)], scripted]
}

function configured(repository: Repository): readonly HookManager[] {
  const manifest = readJson(repository, 'package.json')
  const found = (names: readonly string[]): HookFile | undefined => {
    const file = names.find(name => repository.source.files.has(name))
    return file === undefined ? undefined : fileOf(repository, file)
  }
  const lefthook = found(LEFTHOOK)
  const simple = manifest !== undefined && Object.hasOwn(manifest, 'simple-git-hooks') ? fileOf(repository, 'package.json') : found(SIMPLE)
  const preCommit = found(PRE_COMMIT)
  return [
    ...lefthook === undefined ? [] : [{ kind: 'lefthook', config: lefthook } as const],
    ...simple === undefined ? [] : [{ kind: 'simple-git-hooks', config: simple } as const],
    ...preCommit === undefined ? [] : [{ kind: 'pre-commit', config: preCommit, elsewhere: runsElsewhere(repository, preCommit) } as const],
  ]
}

/** pre-commit.ci reads a key of the configuration; workflows call the program or its action. */
function runsElsewhere(repository: Repository, { text = '' }: HookFile): boolean {
  if (/^ci:/m.test(text)) return true
  return [...repository.source.files.keys()].some((file) => {
    if (!/^\.github\/workflows\/[^/]+\.ya?ml$|^\.gitlab-ci\.ya?ml$/.test(file)) return false
    return /\bpre-commit\/action@|\bpre-commit run\b|\bprek run\b/.test(repository.source.read(file)?.toString('utf8') ?? '')
  })
}

/** @param active whether `core.hooksPath` names a folder: asked only where husky's or none is taken */
function husky(repository: Repository, active: boolean): readonly HookManager[] {
  const manifest = readJson(repository, 'package.json')
  const hooks = repository.get(filesFact)
  const scripts = HOOK_NAMES.flatMap(name => hooks.withName(name)).filter(file => isHuskyHook(repository, file))
    .sort((a, b) => a.split('/').length - b.split('/').length || (a < b ? -1 : 1))
  const major = majorOf(recordOf(manifest?.['devDependencies'])['husky'] ?? recordOf(manifest?.['dependencies'])['husky'])
  const [first] = scripts
  if (first === undefined) {
    const [old] = ['.huskyrc', '.huskyrc.json', '.huskyrc.js', '.huskyrc.yml', '.huskyrc.yaml', 'husky.config.js'].filter(file => hooks.has(file))
    if (manifest !== undefined && Object.hasOwn(recordOf(manifest['husky']), 'hooks')) return [{ kind: 'husky 4', file: 'package.json' }]
    if (old !== undefined) return [{ kind: 'husky 4', file: old }]
    const manifestScripts = recordOf(manifest?.['scripts'])
    const prepared = ['prepare', 'postinstall'].some(name => /\bhusky\b/.test(listOf(manifestScripts[name]).join()))
    if (!prepared || major === undefined || major < 5) return []
    return [{ kind: 'husky', name: 'husky', script: fileOf(repository, '.husky/pre-commit'), sourced: major < 9, active }]
  }
  const [, above = '', folder = ''] = HUSKY_HOOK.exec(first) ?? []
  const texts = scripts.filter(file => file.startsWith(`${above}${folder}/`)).map(file => fileOf(repository, file).text ?? '')
  const sourced = texts.some(text => text.includes('_/husky.sh')) && (major === undefined || major < 9)
  return [{ kind: 'husky', name: folder === '.husky' ? 'husky' : 'Vite+', script: fileOf(repository, `${above}${folder}/pre-commit`), sourced, active }]
}

/** In the root, or beside a package that installs husky: test data and templates have such folders too. */
function isHuskyHook(repository: Repository, file: string): boolean {
  const [, above] = HUSKY_HOOK.exec(file) ?? []
  if (above === undefined || above === '') return above === ''
  const beside = repository.get(packagesFact).at(above.slice(0, -1))
  return beside !== undefined && !beside.sample && beside.dependencies.has('husky')
}

/** The lowest major version that a range allows; `undefined` for no range of versions. */
function majorOf(range: unknown): number | undefined {
  return typeof range !== 'string' || range === '' || semver.validRange(range) === null ? undefined : semver.minVersion(range)?.major
}

function scriptIn(repository: Repository, checkout: Checkout, place: 'root' | 'git', folder: string, active: boolean): HookManager {
  const file = folder === '' ? 'pre-commit' : `${folder}/pre-commit`
  return { kind: 'script', script: place === 'root' ? fileOf(repository, file) : gitFile(checkout, file), active }
}

function fileOf(repository: Repository, file: string): HookFile {
  const text = repository.source.read(file)?.toString('utf8')
  const mode = repository.source.files.get(file)?.mode
  return { place: 'root', file, text, executable: text === undefined || mode === '100755' }
}

function gitFile({ commonDirectory }: Checkout, file: string): HookFile {
  const absolute = path.join(commonDirectory, file)
  try {
    return { place: 'git', file, text: readFileSync(absolute, 'utf8'), executable: (statSync(absolute).mode & 0o111) !== 0 }
  } catch {
    return { place: 'git', file, text: undefined, executable: true }
  }
}
