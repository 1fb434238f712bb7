/** Which scripts the rules about code look at, and what is promised of each: the contract first, then the settings, then custom. */
import type { ContractScript } from '../../analysis/contract/contract.ts'
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
  /** The contract's entry for a script that may change production. */
  listed(path: string): ContractScript | undefined
  /** The contract's entry for a script that may not run any more. */
  deprecated(path: string): ContractScript | undefined
  /** Whether a script only deploys migrations, by the contract or the settings. */
  deploys(path: string): boolean
}

/** Where scripts live when nobody says. Tests and samples are never scripts; `jobs` inside a package are what its queue works off. */
const PLACES = /^(?:(?:apps|packages|services)\/[^/]+\/)?(?:scripts?|bin|tools|ops)\/|^jobs\/|(?:^|\/)(?:prisma|db|database|drizzle|knex)\/(?:seeds?|seeders?)(?:\.[^/]+$|\/)|(?:^|\/)seed\.[cm]?[jt]s$/i
const NO_SCRIPT = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|fixtures?|node_modules|dist|examples?|templates?)\/|\.(?:test|spec|d|stories|config)\.[cm]?[jt]sx?$/i

export const productionScriptsFact = defineFact<ProductionScripts>('production scripts', (repository) => {
  const contract = repository.get(mutationContractFact)
  const configured = listOf(repository.settings['scripts'])
  const deploying = listOf(repository.settings['deployScripts'])
  const listed = new Map(contract?.scripts.map(script => [script.path, script]))
  const deprecated = new Map(contract?.deprecated.map(script => [script.path, script]))
  let started: ReadonlySet<string> | undefined
  const matches = (globs: readonly string[], path: string): boolean => globs.length > 0 && repository.get(globsFact).find(globs).match(path)
  return {
    contract,
    promised: (contract !== undefined && contract.scripts.length > 0) || configured.length > 0 || deploying.length > 0,
    isPromised: path => listed.has(path) || matches(deploying, path) || matches(configured, path),
    isScript(path) {
      if (listed.has(path) || deprecated.has(path) || matches(deploying, path)) return true
      if (languageOf(path) === undefined) return false
      if (configured.length > 0) return matches(configured, path)
      if (NO_SCRIPT.test(path)) return false
      return PLACES.test(path) || (started ??= startedFiles(repository)).has(path)
    },
    listed: path => listed.get(path),
    deprecated: path => deprecated.get(path),
    deploys: path => listed.get(path)?.kind === 'deploy' || matches(deploying, path),
  }
})

/** Files that package scripts and Prisma's seed run (`node scripts/x.js`, `tsx src/jobs/y.ts`) and that `bin` entries lead to. */
function startedFiles(repository: Repository): ReadonlySet<string> {
  const started = new Set<string>()
  for (const { folder, scripts, seed = '', bin, sample } of repository.get(packagesFact).all) {
    if (sample) continue
    const words = [...scripts.values(), seed].flatMap(script => script.split(/[\s;&|()'"]+/)).filter(word => /^[\w./@-]{1,200}\.(?:[cm]?[jt]s|sh|ps1|sql)$/.test(word))
    for (const word of [...words, ...bin.values()]) {
      const path = joinPath(folder, word)
      if (path !== undefined && !NO_SCRIPT.test(path) && repository.source.files.has(path)) started.add(path)
    }
  }
  return started
}
