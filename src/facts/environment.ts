/** The variables that code reads or sets. */
import { fits, type BuiltName, type VariableUse } from '../analysis/environment/use.ts'
import { defineFact } from '../core/repository.ts'
import { filesWithAny, readingsFact, searchedFiles } from './environment/search.ts'

/** A use with the file that it stands in. */
export interface PlacedUse extends VariableUse {
  readonly path: string
}

export interface Environment {
  /** Uses by name, those that read before those that only set. */
  readonly variables: ReadonlyMap<string, readonly PlacedUse[]>
  /** A place that builds names of this shape, if any: then the name may be read without being written anywhere. */
  builderOf(name: string): (BuiltName & { readonly path: string }) | undefined
}

/** What a file that reads variables has in it; plain words, which git finds 20 times faster than expressions. */
const MARKERS = [
  'process.env', 'import.meta.env', 'ProcessEnv', 'ImportMetaEnv', 'Deno.env', 'Bun.env', 'createEnv', 'cleanEnv', 'envsafe', 'Env(', 'env(', 'EnvVar', 'envVar', 'envvar', 'environ[', 'environ.', 'getenv', 'Getenv',
  'getEnv', 'get_env', 'LookupEnv', 'SetEnvPrefix', 'envconfig', 'BindEnv', 'ENV[', 'ENV.', 'env::', 'env!(', 'with_prefix', 'fetch_env', 'EnvironmentVariable', '$_ENV', 'BaseSettings', 'env_prefix', 'env:"', 'env = "',
] as const
/** Files that set variables, by their names. */
const SETTERS = /(?:^|\/)(?:[\w.-]*\.env(?:\.[\w.-]+)?|\.envrc|[\w.-]*Dockerfile[\w.-]*|[\w.-]*compose[\w.-]*\.ya?ml|GNUmakefile|[Mm]akefile|[Jj]ustfile|Procfile|vercel\.json|netlify\.toml|fly\.toml|turbo\.jsonc?|package\.json|app\.ya?ml|render\.ya?ml|values[\w.-]*\.ya?ml|[\w.-]+\.(?:sh|bash|zsh|ps1|mk|prisma|service|tf))$|^\.(?:github|gitlab|circleci|buildkite)\/|^\.gitlab-ci\.yml$/

/** More files are not read: what they hold is data or generated. */
const MOST_FILES = 6000
const NOT_CODE = /(?:^|\/)(?:node_modules|vendor|third[-_]party|dist|build|\.yarn|__snapshots__)\/|\.(?:min\.js|csv|html?|css|scss|ipynb|po|xml)$/i

/** Computed only when a name is missing or a table is judged: it reads every file with an access in it. */
export const environmentFact = defineFact<Environment>('environment', repository => {
  const read = repository.get(readingsFact)
  const variables = new Map<string, PlacedUse[]>()
  const built: (BuiltName & { readonly path: string })[] = []
  const found = new Set(filesWithAny(repository, MARKERS))
  for (const path of searchedFiles(repository)) if (SETTERS.test(path)) found.add(path)
  const paths = [...found].filter(path => !NOT_CODE.test(path)).slice(0, MOST_FILES)
  repository.source.prefetch(paths)
  for (const path of paths) {
    const reading = read(path)
    for (const use of reading.uses) {
      const placed = { ...use, path }
      const known = variables.get(use.name)
      if (known === undefined) variables.set(use.name, [placed])
      else if (known.length < MOST_USES) known.push(placed)
    }
    for (const one of reading.built) built.push({ ...one, path })
  }
  for (const uses of variables.values()) uses.sort((a, b) => Number(a.how === 'set') - Number(b.how === 'set'))
  return { variables, builderOf: name => built.find(one => fits(name, one)) }
})

/** Uses of one name that are kept. */
const MOST_USES = 40

/** "read in `src/env.ts:12`", "set in `.env.example:3`". */
export function useText(use: PlacedUse): string {
  return `${use.how} in \`${use.path}:${String(use.line)}\``
}
