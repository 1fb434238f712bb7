/** Which service checks a pull request. */
import type { Repository } from '../core/repository.ts'
import { tool } from '../core/tool.ts'
import { remotesFact } from '../facts/remotes.ts'
import { callsTool } from './calls.ts'

/** An action of GitHub as the repository's workflows name it, its comment too: `actions/checkout@8e8c… # v4`. */
export type ActionPins = Readonly<Record<string, string>>

export type Ci =
  | {
    readonly kind: 'github'
    readonly pins: ActionPins
    /** The file that a new workflow would be: a name that is free, with the ending that the others have. */
    readonly file: string
  }
  | { readonly kind: 'service', readonly service: string, readonly file: string, readonly fullHistory: string | undefined }
  | { readonly kind: 'none' }

export interface CiSurroundings {
  /** The one that a check is added to. */
  readonly ci: Ci
  /** Names of others that are here. */
  readonly others: readonly string[]
  /** The file in which our command runs already. */
  readonly runsIn: string | undefined
}

/** Services by their files, with what makes each clone the whole history; `undefined` where it does so by itself. */
const SERVICES: readonly (readonly [name: string, file: RegExp, fullHistory: string | undefined])[] = [
  ['GitLab CI', /^\.gitlab-ci\.ya?ml$/, 'GIT_DEPTH: "0" under "variables"'],
  ['CircleCI', /^\.circleci\/config\.ya?ml$/, 'method: full under the "checkout" step'],
  ['Azure Pipelines', /^\.?azure-pipelines(?:\/.+)?\.ya?ml$/, 'fetchDepth: 0 under the "checkout: self" step'],
  ['Bitbucket Pipelines', /^bitbucket-pipelines\.ya?ml$/, 'depth: full under "clone"'],
  ['Forgejo Actions', /^\.forgejo\/workflows\/[^/]+\.ya?ml$/, 'fetch-depth: 0 under "with" of the checkout step'],
  ['Gitea Actions', /^\.gitea\/workflows\/[^/]+\.ya?ml$/, 'fetch-depth: 0 under "with" of the checkout step'],
  ['Woodpecker', /^\.woodpecker(?:\/[^/]+)?\.ya?ml$/, 'partial: false and depth: 0 in the settings of "clone"'],
  ['Buildkite', /^\.buildkite\/pipeline\.ya?ml$/, undefined],
  ['Travis CI', /^\.travis\.ya?ml$/, 'depth: false under "git"'],
  ['AppVeyor', /^\.?appveyor\.ya?ml$/, undefined],
  ['Drone', /^\.drone\.(?:ya?ml|star|jsonnet)$/, 'depth: 0 under "clone"'],
  ['Jenkins', /^Jenkinsfile$/, 'shallow: false in the clone options'],
]
const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/
const USES = /\buses:[ \t]*["']?([\w.-]+\/[\w.-]+)@([\w./-]+)["']?([ \t]+#[^\n\r]{0,80})?/g

/**
 * GitHub where it has workflows or holds the repository, else the service whose file is there.
 * @param scripts names of the root package's scripts that call our command
 */
export function lookForCi(repository: Repository, scripts: readonly string[]): CiSurroundings {
  const files = [...repository.source.files.keys()]
  const workflows = files.filter(file => WORKFLOW.test(file)).map(file => ({ file, text: repository.source.read(file)?.toString('utf8') ?? '' }))
  const services = SERVICES.flatMap(([service, pattern, fullHistory]): Extract<Ci, { kind: 'service' }>[] => {
    const file = files.find(one => pattern.test(one))
    return file === undefined ? [] : [{ kind: 'service', service, file, fullHistory }]
  })
  const [first] = services
  const onGitHub = repository.get(remotesFact).addresses.some(({ host }) => host === 'github.com')
  const github = workflows.length > 0 || (first === undefined && (onGitHub || files.some(file => file.startsWith('.github/'))))
  const onActions = (): Ci => ({ kind: 'github', pins: pinsOf(workflows.map(({ text }) => text)), file: freeName(files) })
  const ci = github ? onActions() : first ?? { kind: 'none' }
  const texts = [...workflows, ...services.map(({ file }) => ({ file, text: repository.source.read(file)?.toString('utf8') ?? '' }))]
  const runsIn = texts.find(({ text }) => callsTool(text, scripts))?.file
  return { ci, others: services.filter(one => one !== ci).map(({ service }) => service), runsIn }
}

/** For each action the reference that most steps give; the first of those given equally often. */
function pinsOf(texts: readonly string[]): ActionPins {
  const counts = new Map<string, Map<string, number>>()
  for (const text of texts) {
    for (const [, action = '', reference = '', comment = ''] of text.matchAll(USES)) {
      const written = `${action}@${reference}${comment.trimEnd()}`
      const known = counts.get(action) ?? new Map<string, number>()
      counts.set(action, known.set(written, (known.get(written) ?? 0) + 1))
    }
  }
  return Object.fromEntries([...counts].map(([action, known]) => [action, [...known].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '']))
}

function freeName(files: readonly string[]): string {
  const taken = files.filter(file => WORKFLOW.test(file))
  const ending = taken.filter(file => file.endsWith('.yaml')).length > taken.length / 2 ? 'yaml' : 'yml'
  const bare = new Set(taken.map(file => file.replace(/\.\w+$/, '')))
  const name = ['docs', tool.name, `${tool.name}-check`].find(one => !bare.has(`.github/workflows/${one}`)) ?? `${tool.name}-documents`
  return `.github/workflows/${name}.${ending}`
}
