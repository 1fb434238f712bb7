/** Which scripts the rules about code look at, and what is promised of each: the contract first, then the settings, then custom. */
import { scriptPlaceOf, type ContractScript } from '../../analysis/contract/contract.ts'
import { defineFact, type Repository } from '../../core/repository.ts'
import { languageOf } from '../../core/source-file.ts'
import { globsFact } from '../globs.ts'
import { mutationContractFact, type MutationContract } from '../mutation-contract.ts'
import { listOf, packagesFact } from '../packages.ts'
import { joinPath } from '../../core/paths.ts'

export interface ProductionScripts {
  readonly contract: MutationContract | undefined
  /** Whether anybody promised anything: a contract lists scripts, or the settings name some. */
  readonly promised: boolean
  /** Whether the contract or the settings name a file: then what can't be decided of it fails. */
  isPromised(path: string): boolean
  /** Whether a file is a script: something that a person or a pipeline starts. */
  isScript(path: string): boolean
  /** Whether a file only starts something that keeps running: what its handlers do is not done by starting it. */
  isService(path: string): boolean
  /** The contract's entry for a script that may change production. */
  readonly listed: (path: string) => ContractScript | undefined
  /** The contract's entry for a script that may not run any more. */
  readonly deprecated: (path: string) => ContractScript | undefined
  /** Whether a script only deploys migrations, by the contract or the settings. */
  deploys(path: string): boolean
}

/** Where scripts live when nobody says. Tests and samples are never scripts; `jobs` inside a package are what its queue works off. */
const PLACES = /^(?:(?:apps|packages|services)\/[^/]+\/)?(?:scripts?|bin|tools|ops)\/|^(?:[\w@.-]+\/){1,4}scripts\/|^jobs\/|(?:^|\/)(?:prisma|db|database|drizzle|knex)\/(?:seeds?|seeders?)(?:\.[^/]+$|\/)|(?:^|\/)seed\.[cm]?[jt]s$/i
const NO_SCRIPT = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|fixtures?|node_modules|dist|examples?|templates?|playgrounds?|public|static|assets)\/|\.(?:test|spec|d|stories|config)\.[cm]?[jt]sx?$/i

export const productionScriptsFact = defineFact<ProductionScripts>('production scripts', (repository) => {
  const contract = repository.get(mutationContractFact)
  const configured = listOf(repository.settings['scripts'])
  const deploying = listOf(repository.settings['deployScripts'])
  let started: Started | undefined
  const startedIn = (): Started => (started ??= startedFiles(repository))
  const matches = (globs: readonly string[], path: string): boolean => globs.length > 0 && repository.get(globsFact).find(globs).match(path)
  const listed = entriesOf(contract?.scripts ?? [], matches)
  const deprecated = entriesOf(contract?.deprecated ?? [], matches)
  return {
    contract,
    promised: (contract !== undefined && contract.scripts.length > 0) || configured.length > 0 || deploying.length > 0,
    isPromised: path => listed(path) !== undefined || matches(deploying, path) || matches(configured, path),
    isScript(path) {
      if (listed(path) !== undefined || deprecated(path) !== undefined || matches(deploying, path)) return true
      if (languageOf(path) === undefined) return false
      if (configured.length > 0) return matches(configured, path)
      if (NO_SCRIPT.test(path)) return false
      return PLACES.test(path) || startedIn().scripts.has(path) || startedIn().services.has(path)
    },
    isService(path) {
      if (listed(path) !== undefined || configured.length > 0 || PLACES.test(path)) return false
      return startedIn().services.has(path) && !startedIn().scripts.has(path)
    },
    listed,
    deprecated,
    deploys: path => listed(path)?.kind === 'deploy' || matches(deploying, path),
  }
})

type Matches = (globs: readonly string[], path: string) => boolean

/** Finds the contract's entry for a file: its own, else that of a folder or glob that it lies in. */
function entriesOf(entries: readonly ContractScript[], matches: Matches): (path: string) => ContractScript | undefined {
  const files = new Map(entries.map(script => [script.path, script]))
  const places = entries.flatMap((script) => {
    const glob = scriptPlaceOf(script.path)
    return glob === undefined ? [] : [{ glob, script }]
  })
  return path => files.get(path) ?? places.find(({ glob }) => matches([glob], path))?.script
}

interface Started {
  readonly scripts: ReadonlySet<string>
  readonly services: ReadonlySet<string>
}

/** What package scripts that keep something running are called, and the programs that watch. */
const SERVICE = /^(?:start|dev|develop|serve|server|watch|preview|worker)(?::|$)/
const WATCHES = /\s--?watch\b|\b(?:tsx|bun|deno)\s+watch\b|\b(?:nodemon|ts-node-dev|tsnd|node-dev)\b/

/**
 * Files that package scripts and Prisma's seed run (`node scripts/x.js`, `tsx src/jobs/y.ts`) and that `bin` entries lead to. What a published
 * package offers as a command is run by those who install it, on their own databases.
 */
function startedFiles(repository: Repository): Started {
  const scripts = new Set<string>()
  const services = new Set<string>()
  for (const { folder, scripts: own, seed = '', bin, published, sample } of repository.get(packagesFact).all) {
    if (sample) continue
    const offers = published && bin.size > 0
    const add = (word: string, to: Set<string>): void => {
      const path = joinPath(folder, word)
      if (path !== undefined && !NO_SCRIPT.test(path) && repository.source.files.has(path)) to.add(path)
    }
    for (const [name, script] of [...own, ['seed', seed] as const]) {
      const isService = SERVICE.test(name) || WATCHES.test(script)
      if (offers && isService) continue
      for (const word of script.split(/[\s;&|()'"]+/)) if (/^[\w./@-]{1,200}\.(?:[cm]?[jt]s|sh|ps1|sql)$/.test(word)) add(word, isService ? services : scripts)
    }
    if (!offers) for (const word of bin.values()) add(word, scripts)
  }
  return { scripts, services }
}
