/**
 * Bundles the entry points into dist and writes their declarations beside them. What package.json lists as a
 * dependency or a peer stays outside, everything else that is imported is bundled: small pure-JavaScript packages are
 * devDependencies, so that users install and load less.
 */
import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import type { Metafile } from 'esbuild'
import { bundleCommand, bundleLibrary, OUTSIDE } from './bundle.config.ts'
import manifest from './package.json' with { type: 'json' }
import { configSchema } from './src/config/schema.ts'

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/
/** `require`, `require2`, `createRequire(…)`, `import.meta.resolve`; not a method of that name. */
const LOADED_BY_NAME = /(?:(?<![.#])\b(?:create)?require\d*(?:\(import\.meta\.url\))?|import\.meta\.resolve)\(['"]([^'"]+)['"]\)/gi

/** What would only fail at a user's: packages loaded by name that nobody installs, and CommonJS that needs `require`. */
function problemsOf(file: string, output: Metafile['outputs'][string]): string[] {
  const allowed = new Set([...OUTSIDE, manifest.name, ...builtinModules])
  const missing = [...readFileSync(file, 'utf8').matchAll(LOADED_BY_NAME)]
    .map(match => match[1] ?? '')
    .filter(name => !name.startsWith('.') && !name.startsWith('node:') && !allowed.has(packageOf(name)))
    .map(name => `${file} loads ${name} at run time, so it must be a dependency`)
  const required = output.imports
    .filter(entry => entry.kind === 'require-call' && !file.endsWith('.cjs'))
    .map(entry => `${file} bundles CommonJS that requires ${entry.path}; keep that package outside as a dependency`)
  return [...missing, ...required]
}

/** Packages whose types our declarations name without users having them. */
function typeProblems(): string[] {
  return readdirSync('dist/types', { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.d.ts')).flatMap(file =>
    [...readFileSync(path.join('dist/types', file), 'utf8').matchAll(/\bfrom '([^'.][^']*)'/g)]
      .map(match => packageOf(match[1] ?? ''))
      .filter(name => !name.startsWith('node:') && !OUTSIDE.includes(name) && !OUTSIDE.includes(`@types/${name}`))
      .map(name => `${file} names types of ${name}, so it (or its @types) must be a dependency`))
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

/** One description of several bundles. */
function merge(metafiles: readonly Metafile[]): Metafile {
  return { inputs: Object.assign({}, ...metafiles.map(one => one.inputs)) as Metafile['inputs'], outputs: Object.assign({}, ...metafiles.map(one => one.outputs)) as Metafile['outputs'] }
}

rmSync('dist', { recursive: true, force: true })
const metafile = merge([...await bundleCommand('dist'), await bundleLibrary('dist')])
// For `$schema` in a config file: node_modules/doc-lockdown/dist/schema.json.
writeFileSync('dist/schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`)
writeFileSync('dist/THIRD-PARTY-LICENSES.txt', bundledLicences(metafile))
const cli = readFileSync('dist/cli.js', 'utf8')
if (!cli.startsWith('#!')) writeFileSync('dist/cli.js', `#!/usr/bin/env node\n${cli}`)
chmodSync('dist/cli.js', 0o755)
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
const problems = [...Object.entries(metafile.outputs).flatMap(([file, output]) => problemsOf(file, output)), ...typeProblems()]
if (problems.length > 0) throw new Error(problems.join('\n'))
