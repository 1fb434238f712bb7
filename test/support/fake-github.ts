/** GitHub on loopback: runs queries against the published schema over repositories that exist only here. */
import { schema as published } from '@octokit/graphql-schema'
import { buildSchema, execute, parse, validate, type ExecutionResult, type GraphQLError } from 'graphql'
import { startLoopback, type Loopback } from './loopback.ts'

/** The schema as GitHub publishes it; in the published text one type has a field twice. */
export const githubSchema = buildSchema(published.idl, { assumeValidSDL: true })

/** A pull request or an issue, in the words of the schema. */
export interface FakeItem {
  readonly __typename: 'PullRequest' | 'Issue'
  readonly title: string
  readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
  readonly mergedAt?: string
  readonly headRefOid?: string
  readonly mergeCommit?: { readonly oid: string }
  readonly paths?: readonly string[] | null
}

export interface FakeRepository {
  readonly items: Record<number, FakeItem>
  readonly discussions?: readonly number[]
  /** By tag. */
  readonly releases?: Readonly<Record<string, Record<string, unknown>>>
  /** Shown to nobody: any question is refused with this. */
  readonly forbidden?: string
}

export interface FakeGitHub extends Loopback {
  /** Variables that lead to it. */
  readonly environment: Readonly<Record<string, string>>
  /** Queries that the published schema refuses. */
  readonly invalid: string[]
  readonly queries: string[]
  readonly repositories: Record<string, FakeRepository>
}

/** The token that it takes. */
export const TOKEN = 'ghp_0123456789SECRETsecret'

/** An error with a type, as GitHub has them beside message and path. */
class TypedError extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

/** Starts one. Repositories are by `owner/name`; a value that is a text is the new name of a renamed one. */
export async function startGitHub(repositories: Record<string, FakeRepository>, renamed: Readonly<Record<string, string>> = {}): Promise<FakeGitHub> {
  const invalid: string[] = []
  const queries: string[] = []
  const find = (owner: string, name: string): unknown => {
    const asked = `${owner}/${name}`
    const repository = repositories[renamed[asked] ?? asked]
    if (repository === undefined) throw new TypedError('NOT_FOUND', `Could not resolve to a Repository with the name '${asked}'.`)
    if (repository.forbidden !== undefined) throw new TypedError('FORBIDDEN', repository.forbidden)
    const item = (number: number): unknown => {
      const found = repository.items[number]
      if (found === undefined) throw new TypedError('NOT_FOUND', `Could not resolve to an issue or pull request with the number of ${String(number)}.`)
      return { number, mergedAt: null, headRefOid: 'f'.repeat(40), mergeCommit: null, ...found, files: filesOf(found.paths === undefined ? [] : found.paths) }
    }
    return {
      issueOrPullRequest: ({ number }: { number: number }) => item(number),
      pullRequest: ({ number }: { number: number }) => item(number),
      discussion: ({ number }: { number: number }) => {
        if (repository.discussions?.includes(number) === true) return { number }
        throw new TypedError('NOT_FOUND', `Could not resolve to a Discussion with the number of ${String(number)}.`)
      },
      release: ({ tagName }: { tagName: string }) => {
        const found = Object.hasOwn(repository.releases ?? {}, tagName) ? repository.releases?.[tagName] : undefined
        return found === undefined ? null : { tagName, name: null, isDraft: false, isPrerelease: false, publishedAt: null, tagCommit: null, tag: null, ...found }
      },
    }
  }
  const server = await startLoopback((request, body) => {
    if (request.method !== 'POST' || request.url !== '/graphql') return { status: 404, body: { message: 'Not Found' } }
    if (request.headers.authorization !== `token ${TOKEN}`) return { status: 401, body: { message: 'Bad credentials', documentation_url: 'https://docs.github.com/graphql' } }
    const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> }
    queries.push(query)
    const document = parse(query)
    const problems = validate(githubSchema, document)
    invalid.push(...problems.map(problem => problem.message))
    if (problems.length > 0) return { status: 200, body: { errors: problems.map(({ message }) => ({ message, extensions: { code: 'undefinedField' } })) } }
    const rootValue = { repository: ({ owner, name }: { owner: string; name: string }) => find(owner, name) }
    const { data, errors } = execute({ schema: githubSchema, document, variableValues: variables, rootValue }) as ExecutionResult
    return { status: 200, body: { data, ...(errors === undefined ? {} : { errors: errors.map(withType) }) } }
  })
  return Object.assign(Object.create(server, {}) as Loopback, {
    invalid, queries, repositories, origin: server.origin, secrets: server.secrets, setFault: server.setFault,
    environment: { GITHUB_GRAPHQL_URL: `${server.origin}/graphql`, GH_TOKEN: TOKEN },
  })
}

function withType({ message, path, originalError }: GraphQLError): unknown {
  return { type: originalError instanceof TypedError ? originalError.type : 'INTERNAL', path, message }
}

function filesOf(paths: readonly string[] | null): unknown {
  if (paths === null) return null
  return ({ first, after }: { first: number; after?: string | null }) => {
    const from = Number(after ?? 0)
    const nodes = paths.slice(from, from + first).map(path => ({ path }))
    return { totalCount: paths.length, nodes, pageInfo: { hasNextPage: from + first < paths.length, endCursor: String(from + first) } }
  }
}
