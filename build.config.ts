/**
 * Bundles the entry points into dist and writes their declarations beside them. What package.json lists as a
 * dependency or a peer stays outside, everything else that is imported is bundled: small pure-JavaScript packages are
 * devDependencies, so that users install and load less.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'
import manifest from './package.json' with { type: 'json' }

const ENTRIES: Readonly<Record<string, string>> = {
  cli: 'src/hosts/cli/main.ts',
  index: 'src/hosts/eslint/index.ts',
  remark: 'src/hosts/remark/index.ts',
  api: 'src/api.ts',
}
const OUTSIDE = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]
const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/
const LOADED_BY_NAME = /(?:\w*require\w*(?:\(import\.meta\.url\))?|import\.meta\.resolve)\(['"]([^'"]+)['"]\)/gi

/** What would only fail at a user's: packages loaded by name that nobody installs, and CommonJS that needs `require`. */
function problemsOf(file: string, output: Metafile['outputs'][string]): string[] {
  const allowed = new Set([...OUTSIDE, manifest.name, ...builtinModules])
  const missing = [...readFileSync(file, 'utf8').matchAll(LOADED_BY_NAME)]
    .map(match => match[1] ?? '')
    .filter(name => !name.startsWith('.') && !name.startsWith('node:') && !allowed.has(packageOf(name)))
    .map(name => `${file} loads ${name} at run time, so it must be a dependency`)
  const required = output.imports
    .filter(entry => entry.kind === 'require-call')
    .map(entry => `${file} bundles CommonJS that requires ${entry.path}; keep that package outside as a dependency`)
  return [...missing, ...required]
}

/** `@scope/name/file` is of the package `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

/** The licence texts of everything bundled, as those licences ask. */
function bundledLicences(metafile: Metafile): string {
  const folders = new Set(Object.keys(metafile.inputs).flatMap(file => PACKAGE_FOLDER.exec(file) ?? []))
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, string>
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim()
    return `${String(name)} ${String(version)} (${String(license)})\n\n${text}\n`
  }).join('\n---\n\n')
}

/** Of package.json only the name and the version go into the bundle. */
const leanManifest: Plugin = {
  name: 'lean-manifest',
  setup: (bundling) => {
    const contents = JSON.stringify({ name: manifest.name, version: manifest.version })
    bundling.onLoad({ filter: /package\.json$/ }, ({ path: file }) => file === path.resolve('package.json') ? { contents, loader: 'json' } : undefined)
  },
}

const present = Object.entries(ENTRIES).filter(([, file]) => existsSync(file))
for (const [name, file] of Object.entries(ENTRIES)) {
  if (!existsSync(file)) console.warn(`build: no dist/${name}.js, because there is no ${file}`)
}

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: Object.fromEntries(present),
  outdir: 'dist',
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
  plugins: [leanManifest],
  metafile: true,
  logLevel: 'warning',
})
const problems = Object.entries(metafile.outputs).flatMap(([file, output]) => problemsOf(file, output))
if (problems.length > 0) throw new Error(problems.join('\n'))

writeFileSync('dist/THIRD-PARTY-LICENSES.txt', bundledLicences(metafile))
if (existsSync('dist/cli.js')) {
  const cli = readFileSync('dist/cli.js', 'utf8')
  if (!cli.startsWith('#!')) writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${cli}`)
  chmodSync('dist/cli.js', 0o755)
}
if (present.some(([name]) => name !== 'cli')) {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
}
