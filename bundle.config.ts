/** How entry points are bundled. Apart from the build, so that tests can bundle the command for themselves. */
import path from 'node:path'
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild'
import manifest from './package.json' with { type: 'json' }

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

/**
 * Bundles the command: the entry as one file of its own, because every further file costs a millisecond of each run, and
 * what it imports later as entries of a second bundle.
 */
export async function bundleCommand(outdir: string): Promise<Metafile[]> {
  const later: Record<string, string> = {}
  const importLater: Plugin = {
    name: 'import-later',
    setup: (bundling) => {
      bundling.onResolve({ filter: /^\./ }, ({ kind, path: specifier, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined
        const name = `cli/${path.basename(specifier, '.ts')}`
        later[name] = path.join(resolveDir, specifier)
        return { path: `./${name}.js`, external: true }
      })
    },
  }
  const first = await bundle({ cli: 'src/hosts/cli/main.ts' }, outdir, { plugins: [importLater], splitting: false })
  return [first, await bundle(later, outdir, { chunkNames: 'cli/[name]-[hash]' })]
}
