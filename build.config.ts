/**
 * Bundles the entry points into dist and writes their declarations beside them. What package.json lists as a
 * dependency or a peer stays outside, everything else is bundled: pure-JavaScript packages are devDependencies, so that
 * users install and load less.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import { bundleCommand, bundleLibrary, OUTSIDE } from './bundle.config.ts'
import manifest from './package.json' with { type: 'json' }
import { configSchema } from './src/config/schema.ts'
import { vendor } from './vendor.config.ts'

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/
/** `require`, `require2`, `createRequire(…)`, `import.meta.resolve`; not a method of that name. */
const LOADED_BY_NAME = /(?:(?<![.#])\b(?:create)?require\d*(?:\(import\.meta\.url\))?|import\.meta\.resolve)\(['"]([^'"]+)['"]\)/gi

/** Licences that allow a package to be carried in ours, which is under MIT. */
const PERMISSIVE = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT', 'Unlicense']

/** What would only fail at a user's: packages loaded by name that nobody installs, files that are elsewhere, and CommonJS that needs `require`. */
function problemsOf(file: string, output: Metafile['outputs'][string]): string[] {
  const allowed = new Set([...OUTSIDE, manifest.name, ...builtinModules])
  const loaded = [...readFileSync(file, 'utf8').matchAll(LOADED_BY_NAME)].map(match => match[1] ?? '')
  const missing = loaded
    .filter(name => !name.startsWith('.') && !name.startsWith('node:') && !allowed.has(packageOf(name)))
    .map(name => `${file} loads ${name} at run time, so it must be a dependency`)
  const nowhere = loaded
    .filter(name => name.startsWith('.') && !existsSync(path.join(path.dirname(file), name)))
    .map(name => `${file} loads ${name}, which is not there`)
  const required = output.imports
    .filter(entry => entry.kind === 'require-call' && !file.endsWith('.cjs'))
    .map(entry => `${file} bundles CommonJS that requires ${entry.path}; keep that package outside as a dependency`)
  return [...missing, ...nowhere, ...required]
}

/** Packages whose types our declarations name without users having them. */
function typeProblems(): string[] {
  return readdirSync('dist/types', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts')).flatMap(file =>
    [...readFileSync(path.join('dist/types', file), 'utf8').matchAll(/\bfrom '([^'.][^']*)'/g)]
      .map(match => packageOf(match[1] ?? ''))
      .filter(name => !name.startsWith('node:') && !OUTSIDE.includes(name) && !OUTSIDE.includes(`@types/${name}`))
      .map(name => `${file} names types of ${name}, so it (or its @types) must be a dependency`))
}

/** Removes declarations that no entry point leads to: they say how things are done inside. */
function keepPublicTypes(): void {
  const entries = [...readFileSync('package.json', 'utf8').matchAll(/"\.\/(dist\/types\/[^"]+)"/g)].map(match => path.normalize(match[1] ?? ''))
  const reached = new Set(entries)
  for (const file of reached) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/(?:\bfrom |\bimport\()'(\.[^']+)'/g)) {
      reached.add(path.join(path.dirname(file), specifier.replace(/(?:\.d)?\.[jt]s$/, '.d.ts')))
    }
  }
  for (const file of readdirSync('dist/types', { recursive: true, encoding: 'utf8' }).map(name => path.join('dist/types', name))) {
    if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file)
  }
}

/** `@scope/name/file` is of the package `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
}

interface BundledManifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly licenses?: readonly { readonly type: string }[]
  readonly author?: string | { readonly name: string }
}

/** What the licence of a package says that forgot to ship its text: the MIT licence is the same everywhere but for who grants it. */
function usualText({ name, author }: BundledManifest, license: string): string {
  if (license !== 'MIT') throw new Error(`${name} ships no text of its licence, which is ${license}`)
  const holder = (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`
  return readFileSync('LICENSE', 'utf8').trim().replace(/^Copyright .*$/m, `Copyright (c) ${holder}`)
}

/** The licence texts of everything bundled, as those licences ask. */
function bundledLicences(metafile: Metafile): string {
  const folders = new Set(Object.keys(metafile.inputs).flatMap(file => PACKAGE_FOLDER.exec(file) ?? []))
  return [...folders].sort().map((folder) => {
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as BundledManifest
    // Old packages list their licences.
    const { name, version, license = manifest.licenses?.[0]?.type ?? 'no licence' } = manifest
    if (!PERMISSIVE.includes(license)) throw new Error(`${name} is under ${license}, so it can't be bundled`)
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
    const text = file === undefined ? usualText(manifest, license) : readFileSync(path.join(folder, file), 'utf8').trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  }).join('\n---\n\n')
}

/** One description of several bundles. */
function merge(metafiles: readonly Metafile[]): Metafile {
  return { inputs: Object.assign({}, ...metafiles.map(one => one.inputs)) as Metafile['inputs'], outputs: Object.assign({}, ...metafiles.map(one => one.outputs)) as Metafile['outputs'] }
}

// `prepare`: whoever installs from a clone needs a build, whoever has one needs no other.
if (process.argv.includes('--if-missing') && existsSync('dist/cli.js')) process.exit()

rmSync('dist', { recursive: true, force: true })
const metafile = merge([...await bundleCommand('dist'), await bundleLibrary('dist'), ...await vendor('dist')])
// For `$schema` in a config file: node_modules/doc-lockdown/dist/schema.json.
writeFileSync('dist/schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`)
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', bundledLicences(metafile))
const cli = readFileSync('dist/cli.js', 'utf8')
if (!cli.startsWith('#!')) writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${cli}`)
chmodSync('dist/cli.js', 0o755)
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
keepPublicTypes()
const problems = [...Object.entries(metafile.outputs).flatMap(([file, output]) => problemsOf(file, output)), ...typeProblems()]
if (problems.length > 0) throw new Error(problems.join('\n'))
