/** Projects with planted drift that install the packed package as a user does. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, inject, type TestContext } from 'vitest'
import { checkoutOf } from '../../support/checkout.ts'
import { NPM, type Manager } from './managers.ts'
import { notInstalled, valueOf, type Installed, type NotInstalled } from './offline.ts'
import { PLANTED } from './planted.ts'
import { start, type Ended } from './start.ts'
import { installTool, type Tool } from './tool.ts'

export interface Project {
  readonly root: string
  /** All that the package manager printed. */
  readonly said: string
  /** Runs a program that the project installed. */
  run(name: string, ...args: readonly string[]): Ended
}

/** Packages and their ranges. */
export type Packages = Readonly<Record<string, string>>

/** ESLint with all that the ready configs need; documents, JavaScript and TypeScript. */
export function eslintPackages(version: string): Packages {
  return { 'eslint': version, '@eslint/markdown': '^8.0.0', 'typescript-eslint': '^8.73.0', 'typescript': '~6.0.3', '@types/node': '^20.0.0' }
}

/** A configuration for them: the ready one, and scripts in TypeScript beside it. */
export const ESLINT_CONFIG = `import docLockdown from 'doc-lockdown'
import { parser } from 'typescript-eslint'

export default [
  ...docLockdown.configs.recommended,
  ...docLockdown.configs.code.map(config => ({ ...config, files: ['scripts/**/*.ts'], languageOptions: { parser } })),
]
`

/**
 * Call at the top of a describe block or file: a project is installed before its tests.
 * @param what for the sentence that says what was not run
 * @param packages beside doc-lockdown itself
 * @returns the project; skips the test where it could not be installed
 */
export function useProject(what: string, packages: Packages, manager = NPM): (context: TestContext) => Project {
  let project: Installed<Project> | undefined
  beforeAll(() => { project = installProject(what, packages, manager) })
  return context => valueOf(project, context)
}

function installProject(what: string, packages: Packages, { brings, node, args, env, starts }: Manager): Installed<Project> {
  const program = node === undefined ? { value: brings === undefined ? 'npm' : process.execPath } : installTool(node)
  if (!('value' in program)) return program
  const first = brings === undefined ? [] : installed(brings)
  if (!Array.isArray(first)) return first
  const root = checkoutOf(...PLANTED)
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object
  const devDependencies = { 'doc-lockdown': `file:${inject('tarball')}`, ...packages }
  writeFileSync(path.join(root, 'package.json'), `${JSON.stringify({ ...manifest, devDependencies }, null, 2)}\n`)
  // Without one, Yarn 4 takes a folder above for the project.
  writeFileSync(path.join(root, 'yarn.lock'), '')
  const ended = start(root, program.value, [...first, ...args], env)
  if (ended.code !== 0) return notInstalled(what, ended)
  const run: Project['run'] = (name, ...more) => starts
    ? start(root, program.value, [...first, 'run', name, ...more], env)
    : start(root, path.join(root, 'node_modules/.bin', name), more)
  return { value: { root, said: ended.out + ended.err, run } }
}

/** The arguments with which Node starts a package manager. */
function installed(brings: Tool): string[] | NotInstalled {
  const tool = installTool(brings)
  return 'value' in tool ? [tool.value] : tool
}
