/**
 * Packages that are loaded by name, when a run needs them: each is bundled into a file of its own, so that users install
 * neither them nor what they depend on. In the sources they keep their names, which tests and editors resolve as usual.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build, type Metafile } from 'esbuild'

/** What each file holds. */
const VENDORED: Readonly<Record<string, readonly string[]>> = {
  'ignore': ['ignore'],
  'jsonc-parser': ['jsonc-parser'],
  'remark': ['unified', 'remark-parse', 'remark-gfm', 'remark-frontmatter', 'remark-mdx'],
  'scope-manager': ['@typescript-eslint/scope-manager'],
  'smol-toml': ['smol-toml'],
  // One file for each dialect: a run seldom needs more than the first.
  'sql-mysql': ['node-sql-parser/build/mysql.js'],
  'sql-postgres': ['pgsql-ast-parser'],
  'sql-server': ['node-sql-parser/build/transactsql.js'],
  'sql-sqlite': ['node-sql-parser/build/sqlite.js'],
  'unbash': ['unbash'],
  'yaml': ['yaml'],
}
const FILE_OF = new Map(Object.entries(VENDORED).flatMap(([file, names]) => names.map(name => [name, file])))
/** `createRequire(import.meta.url)("yaml")` as esbuild prints it, whatever it renamed. */
const LOADED = /(?<=\bcreateRequire\d*\)?\((?:import\.meta\.url|__url)\))\("([^"]+)"\)/g

/** Bundles the packages into a folder of the output, and makes everything that was bundled before load them from there. */
export async function vendor(outdir: string): Promise<Metafile[]> {
  const made = await Promise.all(Object.entries(VENDORED).map(async ([file, names]) => {
    const contents = `module.exports = { ${names.map(name => `'${name}': require('${name}')`).join(', ')} }`
    const { metafile } = await build({
      stdin: { contents, resolveDir: import.meta.dirname },
      outfile: path.join(outdir, 'vendor', `${file}.cjs`),
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20.19',
      // jsonc-parser's main file is UMD, which can't be bundled.
      mainFields: ['module', 'main'],
      // Other people's code, which nobody reads here.
      minify: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
    })
    return metafile
  }))
  const unused = new Set(FILE_OF.keys())
  for (const name of readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter(entry => /^(?!vendor\b).*\.c?js$/.test(entry))) {
    const file = path.join(outdir, name)
    const text = readFileSync(file, 'utf8')
    const folder = path.posix.relative(path.posix.dirname(name.replaceAll('\\', '/')), 'vendor')
    const linked = text.replace(LOADED, (whole, wanted: string) => {
      const holder = FILE_OF.get(wanted)
      if (holder === undefined) return whole
      unused.delete(wanted)
      return `("${folder.startsWith('.') ? folder : `./${folder}`}/${holder}.cjs")["${wanted}"]`
    })
    if (linked !== text) writeFileSync(file, linked)
  }
  if (unused.size > 0) throw new Error(`${[...unused].join(', ')}: bundled, but loaded by name nowhere`)
  return made
}
