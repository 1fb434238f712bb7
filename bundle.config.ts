/** How entry points are bundled. Apart from the build, so that tests can bundle the command for themselves. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import manifest from './package.json' with { type: 'json' }
import { describedCodeRules, describedDocRules } from './rules/described.ts'

/** Packages that users install with ours; everything else that is imported is bundled. */
export const OUTSIDE = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]

const ROOT = import.meta.dirname

/** Of package.json only the name and the version go into the bundle. */
const leanManifest: Plugin = {
  name: 'lean-manifest',
  setup: (bundling) => {
    const contents = JSON.stringify({ name: manifest.name, version: manifest.version })
    bundling.onLoad({ filter: /package\.json$/ }, ({ path: file }) => file === path.join(ROOT, 'package.json') ? { contents, loader: 'json' } : undefined)
  },
}

/** Bundles entry points (output name to source file) with the chunks that they share. */
export async function bundle(entryPoints: Readonly<Record<string, string>>, outdir: string, more: BuildOptions = {}): Promise<Metafile> {
  const { plugins = [], ...rest } = more
  const { metafile = { inputs: {}, outputs: {} } } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // jsonc-parser's main file is UMD, which can't be bundled.
    mainFields: ['module', 'main'],
    external: OUTSIDE.flatMap(name => [name, `${name}/*`]),
    legalComments: 'none',
    plugins: [leanManifest, ...plugins],
    metafile: true,
    logLevel: 'warning',
    ...rest,
  })
  return metafile
}

const LIBRARY = {
  index: 'src/hosts/eslint/index.ts',
  remark: 'src/hosts/remark/index.ts',
  api: 'src/api.ts',
  // Loaded by the plugin for the first file that there is something to judge in.
  judging: 'src/hosts/eslint/judging.ts',
}

/** The plugin's own file holds what rules say of themselves as data, and asks for everything else when it is needed. */
const leanPlugin: Plugin = {
  name: 'lean-plugin',
  setup: (bundling) => {
    const described = Object.entries({ describedCodeRules, describedDocRules }).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
    bundling.onLoad({ filter: /[\\/]rules[\\/]described\.ts$/ }, () => ({ contents: described.join('\n') }))
    // Every Node that we run on can `require` an ES module, and rules can't wait for `import()`.
    const later = 'import { createRequire } from "node:module"\nconst load = createRequire(import.meta.url)\nexport const judging = () => load("./judging.js")'
    bundling.onLoad({ filter: /[\\/]load-judging\.ts$/ }, () => ({ contents: later }))
  },
}

/** Bundles what others import: the ESLint plugin, the remark plugin and the API. */
export function bundleLibrary(outdir: string): Promise<Metafile> {
  // All in one folder: whichever file asks for what judges finds it as './judging.js'.
  return bundle(LIBRARY, outdir, { plugins: [leanPlugin], chunkNames: '[name]-[hash]' })
}

/** What most documents need is carried by the command: found, read and compiled apart it costs a run 15 ms. */
const CARRIED = ['unbash']

/** Makes what is loaded by name when it is needed a part of the bundle that is still run only when it is needed. */
const carry: Plugin = {
  name: 'carry',
  setup: (bundling) => {
    bundling.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path: file }) => ({
      loader: 'ts',
      contents: readFileSync(file, 'utf8').replace(/createRequire\(import\.meta\.url\)\('([\w-]+)'\)/g, (text, name: string) => (CARRIED.includes(name) ? `require('${name}')` : text)),
    }))
  },
}

/** Keeps `import()` out of what is loaded as compiled code. */
const importApart: Plugin = {
  name: 'import-apart',
  setup: (bundling) => {
    bundling.onResolve({ filter: /\/import-module\.ts$/ }, ({ kind }) => (kind === 'entry-point' ? undefined : { path: './import-module.cjs', external: true }))
  },
}

/**
 * Node's own modules without `import`: an ES module that imports `fs` makes Node evaluate every export of it, and so load
 * its streams and promises (8 ms of a hook). A module that is first needed when a run misses its memo is loaded only then.
 */
const builtinsByName: Plugin = {
  name: 'builtins-by-name',
  setup: (bundling) => {
    bundling.onResolve({ filter: /^node:/ }, ({ path: name }) => ({ path: name, namespace: 'builtin', sideEffects: false }))
    bundling.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path: name }) => ({ contents: `module.exports = process.getBuiltinModule(${JSON.stringify(name)})`, loader: 'js' }))
  },
}

/** What speaks to hosting services, prints a diff, or renders documents is bundled apart: any other run does not even read it. */
const APART = {
  'answer-online': 'src/lookups/answer-online.ts', 'unified-diff': 'src/hosts/cli/unified-diff.ts',
  'evidence-page': 'src/reporters/html/evidence-page.ts',
}
const loadedApart: Plugin = {
  name: 'loaded-apart',
  setup: (bundling) => {
    for (const name of Object.keys(APART)) {
      bundling.onResolve({ filter: new RegExp(`/${name}\\.ts$`) }, ({ kind }) => (kind === 'dynamic-import' ? { path: name, namespace: name } : undefined))
      // Not `import()`: see src/cache/code-cache.ts.
      bundling.onLoad({ filter: /./, namespace: name }, () => ({ contents: `module.exports = require('./${name}.cjs')` }))
      bundling.onResolve({ filter: new RegExp(`/${name}\\.cjs$`) }, () => ({ path: `./${name}.cjs`, external: true }))
    }
  },
}

/** CommonJS has no `import.meta`. */
const commonJs: BuildOptions = {
  format: 'cjs',
  splitting: false,
  plugins: [carry, importApart, loadedApart],
  external: OUTSIDE.filter(name => !CARRIED.includes(name)).flatMap(name => [name, `${name}/*`]),
  outExtension: { '.js': '.cjs' },
  define: { 'import.meta.url': '__url', 'import.meta.resolve': '__resolve' },
  banner: { js: 'const { pathToFileURL: __toUrl } = require("node:url"), __url = __toUrl(__filename).href, __resolve = name => __toUrl(require.resolve(name)).href;' },
}

/**
 * Bundles the command: what every run needs as one file, because every further file costs a millisecond of each run, and
 * what is loaded later, each in one file of its own: CommonJS, because ES modules can't be loaded with V8's compiled code (see
 * src/cache/code-cache.ts) and cost 15 ms more.
 * @param plugins of tests, which put other rules in
 */
export async function bundleCommand(outdir: string, plugins: readonly Plugin[] = []): Promise<Metafile[]> {
  const later: Record<string, string> = {
    'run': 'src/hosts/cli/run.ts', 'import-module': 'src/config/import-module.ts', ...APART,
  }
  const importLater: Plugin = {
    name: 'import-later',
    setup: (bundling) => {
      bundling.onResolve({ filter: /^\./ }, ({ kind, path: specifier, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const name = path.basename(specifier, '.ts')
        later[name] = path.join(resolveDir, specifier)
        return { path: `./cli/${name}.cjs`, external: true }
      })
    },
  }
  const first = await bundle({ cli: 'src/hosts/cli/main.ts' }, outdir, { plugins: [...plugins, importLater, builtinsByName], splitting: false })
  return [first, await bundle(later, path.join(outdir, 'cli'), { ...commonJs, plugins: [...plugins, ...commonJs.plugins ?? []] })]
}
