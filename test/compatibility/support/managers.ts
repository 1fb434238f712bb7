/** Package managers: where they come from, and how each is told to be strict about peers and quiet about the rest. */
import { nodeTool, NPM_INSTALL, type Tool } from './tool.ts'

export interface Manager {
  /** The package that brings it; npm comes with Node. */
  readonly brings?: Tool
  /** Another Node than the one that runs the tests. */
  readonly node?: Tool
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What it prints about a peer dependency that nobody satisfies, where it does not fail. */
  readonly complains: RegExp
  /** Whether it starts the programs of a project itself, for want of `node_modules/.bin`. */
  readonly starts: boolean
}

const berry = {
  brings: { name: '@yarnpkg/cli-dist', version: '4', file: 'bin/yarn.js' },
  args: ['install'],
  complains: /YN0002|YN0060|YN0086/,
}
const BERRY_ENVIRONMENT = { YARN_ENABLE_SCRIPTS: 'false', YARN_ENABLE_TELEMETRY: '0', YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' }

export const NPM: Manager = { args: NPM_INSTALL, env: {}, complains: /ERESOLVE/, starts: false }

/** All but npm, which installs everything else here. */
export const MANAGERS: Readonly<Record<string, Manager>> = {
  'pnpm': {
    brings: { name: 'pnpm', version: 'latest', file: 'bin/pnpm.mjs' },
    args: ['install', '--no-lockfile', '--ignore-scripts', '--config.strict-peer-dependencies=true'],
    env: {},
    complains: /unmet peer|missing peer|ERR_PNPM_PEER/,
    starts: false,
  },
  'Yarn 1': {
    brings: { name: 'yarn', version: '1', file: 'bin/yarn.js' },
    args: ['install', '--no-lockfile', '--non-interactive', '--ignore-scripts'],
    env: {},
    complains: /peer dependency/,
    starts: false,
  },
  'Yarn 4 with node_modules': { ...berry, env: { ...BERRY_ENVIRONMENT, YARN_NODE_LINKER: 'node-modules' }, starts: false },
  // What Plug'n'Play keeps in archives, Node 20 can't load by `require` when it is an ES module.
  'Yarn 4 with Plug\'n\'Play': { ...berry, node: nodeTool('22'), env: { ...BERRY_ENVIRONMENT, YARN_NODE_LINKER: 'pnp' }, starts: true },
}
