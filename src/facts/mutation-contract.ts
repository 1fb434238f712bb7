/** The contract that says what may change production: one fact, read by the rule about it and by the rules about code. */
import { readContract, type ContractTerms } from '../analysis/contract/contract.ts'
import { createDocument } from '../core/document.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { genreOf } from '../core/genre.ts'

export interface MutationContract extends ContractTerms {
  /** The document's path from the root. */
  readonly path: string
}

const NAMED = /(?:^|\/)[^/]*mutation[^/]*contract[^/]*\.mdx?$/i
const PERHAPS = /(?:^|\/)[^/]*contract[^/]*\.mdx?$/i
/** A title that makes a document the contract, whatever its file is called. */
export const CONTRACT_TITLE = /\bmutation contract\b/i

/** Whether a path is that of a contract by its name. */
export function isContractPath(path: string): boolean {
  return NAMED.test(path)
}

/**
 * The contract: the document that `settings.contract` names, else the one with the contract's name (nearest to the root),
 * else one whose name has "contract" and whose title says so. `undefined` without one.
 */
export const mutationContractFact = defineFact<MutationContract | undefined>('mutation contract', (repository) => {
  const configured = repository.settings['contract']
  if (typeof configured === 'string') return contractAt(repository, configured.replace(/^\.\//, ''), false)
  const candidates: string[] = []
  for (const path of repository.source.files.keys()) if (PERHAPS.test(path) && genreOf(path) === undefined) candidates.push(path)
  candidates.sort((a, b) => Number(isContractPath(b)) - Number(isContractPath(a)) || depth(a) - depth(b) || (a < b ? -1 : 1))
  for (const path of candidates) {
    const contract = contractAt(repository, path, !isContractPath(path))
    if (contract !== undefined) return contract
  }
  return undefined
})

function depth(path: string): number {
  return path.split('/').length
}

function contractAt(repository: Repository, path: string, titled: boolean): MutationContract | undefined {
  const bytes = repository.source.read(path)
  if (bytes === undefined) return undefined
  const document = createDocument(path, bytes.toString('utf8'))
  if (titled && !/^#[^\n]*\bmutation contract\b/im.test(document.text)) return undefined
  const terms = readContract(document)
  return terms === undefined ? undefined : { path, ...terms }
}
