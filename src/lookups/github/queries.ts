/** The texts of the queries. Tests validate each against GitHub's published schema. */
import { repositoryKey } from '../answer.ts'
import type { Question } from '../question.ts'

/** A query with its variables, and where in the answer each question's is found. */
export interface Query {
  readonly query: string
  readonly variables: Readonly<Record<string, string>>
  /** By the key of the question: the alias of its repository and its own. */
  readonly places: ReadonlyMap<string, readonly [repository: string, item: string]>
}

/** `state` has another type in issues than in pull requests, and fields of one name must be of one type. */
const NUMBERED = `fragment numbered on IssueOrPullRequest {
  __typename
  ... on Issue { number title issueState: state }
  ... on PullRequest { number title state mergedAt headRefOid mergeCommit { oid } files(first: 100) { ...page } }
}`
const PAGE = `fragment page on PullRequestChangedFileConnection {
  totalCount
  nodes { path }
  pageInfo { hasNextPage endCursor }
}`
/** A tag may point at a tag that points at a commit. */
const RELEASE = `fragment published on Release {
  tagName name isDraft isPrerelease publishedAt
  tagCommit { oid }
  tag { target { __typename oid ... on Tag { target { __typename oid ... on Tag { target { __typename oid } } } } } }
}`

/** Asks for numbers and releases of any repositories at once. */
export function questionQuery(questions: readonly Question[]): Query {
  return build(questions, [NUMBERED, PAGE, RELEASE], question => (
    question.kind === 'numbered' ? `issueOrPullRequest(number: ${String(question.number)}) { ...numbered }` : tag => `release(tagName: ${tag}) { ...published }`
  ))
}

/** Asks which numbers are discussions: these share the row with issues and pull requests. */
export function discussionQuery(questions: readonly Question[]): Query {
  return build(questions, [], question => `discussion(number: ${question.kind === 'numbered' ? String(question.number) : '0'}) { number }`)
}

/** Asks for further files of pull requests; the cursors are by key. */
export function filesQuery(questions: readonly Question[], cursors: ReadonlyMap<string, string>): Query {
  return build(questions, [PAGE], (question) => {
    const number = question.kind === 'numbered' ? String(question.number) : '0'
    return cursor => `pullRequest(number: ${number}) { number files(first: 100, after: ${cursor}) { ...page } }`
  }, question => cursors.get(question.key) ?? '')
}

/** A field, or one that takes a text by the name of a variable. */
type Field = string | ((variable: string) => string)

/** Texts go in as variables; numbers are written out. An operation may only define fragments that it uses. */
function build(
  questions: readonly Question[], fragments: readonly string[], fieldOf: (question: Question) => Field,
  textOf: (question: Question) => string = question => (question.kind === 'release' ? question.tag : ''),
): Query {
  const variables: Record<string, string> = {}
  const places = new Map<string, readonly [string, string]>()
  const repositories = new Map<string, { readonly alias: string; readonly fields: string[] }>()
  questions.forEach((question, index) => {
    const name = repositoryKey(question.repository)
    const repository = repositories.get(name) ?? { alias: `r${String(repositories.size)}`, fields: [] }
    if (!repositories.has(name)) {
      repositories.set(name, repository)
      variables[`${repository.alias}owner`] = question.repository.owner
      variables[`${repository.alias}name`] = question.repository.name
    }
    const item = `q${String(index)}`
    const field = fieldOf(question)
    if (typeof field !== 'string') variables[`${item}text`] = textOf(question)
    repository.fields.push(`    ${item}: ${typeof field === 'string' ? field : field(`$${item}text`)}`)
    places.set(question.key, [repository.alias, item])
  })
  const body = [...repositories.values()].flatMap(({ alias, fields }) => (
    [`  ${alias}: repository(owner: $${alias}owner, name: $${alias}name) {`, ...fields, '  }']
  )).join('\n')
  const heads = Object.keys(variables).map(name => `$${name}: String!`).join(', ')
  return { query: [`query Facts(${heads}) {\n${body}\n}`, ...usedFragments(body, fragments)].join('\n'), variables, places }
}

function usedFragments(body: string, fragments: readonly string[]): string[] {
  const nameOf = (fragment: string): string => /^fragment (\w+)/.exec(fragment)?.[1] ?? ''
  const used = new Set<string>()
  const visit = (text: string): void => {
    for (const fragment of fragments) {
      if (used.has(fragment) || !text.includes(`...${nameOf(fragment)} `)) continue
      used.add(fragment)
      visit(fragment)
    }
  }
  visit(body)
  return [...used]
}
