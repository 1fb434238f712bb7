/** By which words a document can mean a version that a change to a file has moved. */
import { labelOf, toolNamed } from '../../analysis/versions/tools.ts'

/** Files that say versions; those without a name inside go by the tool they are of. */
const SAYS = /(?:^|\/)(?:package\.json|pnpm-workspace\.yaml|\.tool-versions|\.?mise\.toml|pyproject\.toml|go\.mod|go\.work|rust-toolchain(?:\.toml)?|Cargo\.toml|Gemfile|global\.json|composer\.json|pom\.xml|build\.gradle(?:\.kts)?|Dockerfile[^/]*|(?:docker-)?compose[^/]*\.ya?ml)$|^\.github\/(?:workflows|actions)\/.+\.ya?ml$/
const OF_ONE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.(?:nvmrc|node-version)$/, 'node'], [/(?:^|\/)\.python-version$/, 'python'], [/(?:^|\/)\.ruby-version$/, 'ruby'], [/(?:^|\/)\.java-version$/, 'java'], [/(?:^|\/)rust-toolchain/, 'rust'],
]

/** Whether a file can say the version of anything. */
export function saysVersions(path: string): boolean {
  return SAYS.test(path) || OF_ONE.some(([pattern]) => pattern.test(path))
}

/** Names of tools and packages in the lines that differ, as documents write them. */
export function versionWords(path: string, before: string, after: string): readonly string[] {
  const old = new Set(before.split(/\r?\n/))
  const now = new Set(after.split(/\r?\n/))
  const changed = [...[...old].filter(line => !now.has(line)), ...[...now].filter(line => !old.has(line))].filter(line => /\d/.test(line))
  if (changed.length === 0) return []
  const words = new Set<string>()
  const add = (id: string): void => {
    const label = labelOf(id)
    for (const word of [id, label, label.replace(/\.js$/, ''), label.toLowerCase()]) words.add(word)
  }
  for (const [pattern, tool] of OF_ONE) if (pattern.test(path)) add(tool)
  for (const line of changed) {
    const dependency = /^\s*"(@?[\w./-]{2,100})":\s*"/.exec(line)?.[1]
    if (dependency !== undefined) {
      words.add(`${dependency}@`)
      if (labelOf(dependency) !== dependency) add(dependency)
    }
    for (const [word] of line.matchAll(/@?[A-Za-z][\w./]{1,60}/g)) {
      const tool = toolNamed(word)
      if (tool !== undefined) add(tool.id)
    }
  }
  return [...words]
}
