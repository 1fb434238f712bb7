/** Programs that come as packages: other package managers, other versions of Node. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, type TestContext } from 'vitest'
import { temporaryFolder } from '../../support/checkout.ts'
import { notInstalled, valueOf, type Installed } from './offline.ts'
import { start } from './start.ts'

/** A file of a package in a version. */
export interface Tool {
  readonly name: string
  readonly version: string
  readonly file: string
}

/** How npm installs everywhere here: a missing peer is an error, no foreign code runs, nothing is asked that is known, no long wait. */
export const NPM_INSTALL = [
  'install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline', '--ignore-scripts', '--strict-peer-deps',
  '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=3000',
]

/** A version of Node. The packages that bring it for Apple's processors are named otherwise. */
export function nodeTool(version: string): Tool {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const windows = process.platform === 'win32'
  return { name: `${prefix}-${windows ? 'win' : process.platform}-${process.arch}`, version, file: windows ? 'bin/node.exe' : 'bin/node' }
}

/** Installs a tool in a folder of its own: the absolute path of its file. */
export function installTool({ name, version, file }: Tool): Installed<string> {
  const folder = temporaryFolder('tool')
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  const ended = start(folder, 'npm', [...NPM_INSTALL, `${name}@${version}`])
  return ended.code === 0 ? { value: path.join(folder, 'node_modules', name, file) } : notInstalled(`${name} ${version}`, ended)
}

/**
 * Call at the top of a describe block: the tool is installed before its tests.
 * @returns the path of its file; skips the test where it could not be installed
 */
export function useTool(tool: Tool): (context: TestContext) => string {
  let installed: Installed<string> | undefined
  beforeAll(() => { installed = installTool(tool) })
  return context => valueOf(installed, context)
}
