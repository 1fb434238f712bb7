/** The workflow of GitHub Actions that `init` writes. */
import semver from 'semver'
import { tool } from '../core/tool.ts'
import type { ActionPins } from './ci.ts'
import { binaryOf, installCommand, type PackageManager } from './package-manager.ts'
import type { NodeVersionFile } from './surroundings.ts'

/** Versions of Node on which our command runs, as in package.json. */
export const NODE_RANGE = '^20.19.0 || ^22.13.0 || >=24'

/** Where no workflow of the repository names a version. */
const DEFAULT_PINS = { 'actions/checkout': 'actions/checkout@v6', 'actions/setup-node': 'actions/setup-node@v6', 'pnpm/action-setup': 'pnpm/action-setup@v4', 'oven-sh/setup-bun': 'oven-sh/setup-bun@v2' } as const

export interface WorkflowRequest {
  readonly pins: ActionPins
  readonly manager: PackageManager | undefined
  readonly branch: string
  readonly nodeVersionFile: NodeVersionFile | undefined
}

/** The workflow's text: reads the repository and nothing else, with the whole history, and annotates the pull request. */
export function workflowText(request: WorkflowRequest): string {
  const { manager, branch } = request
  return `${[
    'name: Documents',
    '',
    'on:',
    '  pull_request:',
    '  push:',
    `    branches: [${scalar(branch)}]`,
    '',
    'permissions:',
    '  contents: read',
    '',
    'jobs:',
    `  ${tool.name}:`,
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 15',
    '    steps:',
    `      - uses: ${pin(request, 'actions/checkout')}`,
    '        with:',
    '          # The whole history: it tells a file that was moved from one that never was.',
    '          fetch-depth: 0',
    '          persist-credentials: false',
    ...setUp(request),
    ...manager === undefined ? [] : [`      - run: ${installCommand(manager)}`],
    `      - run: ${manager === undefined ? `npx --yes ${tool.name}@${tool.version}` : binaryOf(manager)} check --format github`,
  ].join('\n')}\n`
}

function setUp(request: WorkflowRequest): readonly string[] {
  const { manager } = request
  const lines: string[] = []
  if (manager?.name === 'pnpm') {
    lines.push(`      - uses: ${pin(request, 'pnpm/action-setup')}`)
    if (!manager.pinned) lines.push('        with:', '          version: latest')
  }
  if (manager?.name === 'bun') lines.push(`      - uses: ${pin(request, 'oven-sh/setup-bun')}`)
  // Yarn 2 and later come with Corepack, which must stand before setup-node's cache.
  if (manager?.name === 'yarn' && !manager.classic) lines.push('      - run: corepack enable')
  lines.push(`      - uses: ${pin(request, 'actions/setup-node')}`, '        with:', `          ${nodeVersion(request)}`)
  if (manager?.lockFile !== undefined && manager.name !== 'bun') lines.push(`          cache: ${manager.name}`)
  return lines
}

/** The repository's own version where our command runs on it. */
function nodeVersion({ nodeVersionFile }: WorkflowRequest): string {
  const version = nodeVersionFile === undefined ? null : semver.coerce(nodeVersionFile.version)
  const asked = nodeVersionFile?.version.replace(/^v/, '') ?? ''
  // `22` means the newest 22.
  const fits = version !== null && (/^\d+$/.test(asked) ? semver.intersects(asked, NODE_RANGE) : semver.satisfies(version, NODE_RANGE))
  if (nodeVersionFile !== undefined && (fits || /^lts\/(?:\*|jod|krypton)$|^node$/i.test(asked))) return `node-version-file: ${nodeVersionFile.file}`
  return 'node-version: lts/*'
}

/** As other workflows name it, but for versions whose Node runners do not have any more. */
function pin({ pins }: WorkflowRequest, action: keyof typeof DEFAULT_PINS): string {
  const own = pins[action]
  return own === undefined || (action.startsWith('actions/') && /@v?[123](?![\w])/.test(own)) ? DEFAULT_PINS[action] : own
}

/** A branch's name as YAML. */
function scalar(name: string): string {
  return /^[A-Za-z][\w./-]*$/.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name) ? name : `'${name.replaceAll("'", "''")}'`
}
