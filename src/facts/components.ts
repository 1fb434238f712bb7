/** Whether a component that a document uses can put anchors on the page. */
import type { ComponentUse } from '../core/landmarks.ts'
import { joinPath } from '../core/paths.ts'
import type { Repository } from '../core/repository.ts'
import { filesFact, folderOf } from './files.ts'

/** What a component's source has to contain to make anchors: headings, ids, other people's HTML or content. */
const MAKES_ANCHORS = /<h[1-6]\b|\bid=|:id=|\bid:|Heading|Markdown|innerHTML|set:html|v-html|\.mdx?['"]/
const DEEPEST = 3
const LARGEST_SOURCE = 100_000

/** True also when the source can't be found: a component of a package or of the theme. */
export function rendersAnchors(repository: Repository, documentPath: string, use: ComponentUse): boolean {
  return use.from === undefined || sourceMakesAnchors(repository, documentPath, use.from, 0)
}

function sourceMakesAnchors(repository: Repository, from: string, specifier: string, depth: number): boolean {
  const file = componentFile(repository, from, specifier)
  const source = file === undefined || depth > DEEPEST ? undefined : repository.source.read(file)?.toString('utf8')
  if (file === undefined || source === undefined || source.length > LARGEST_SOURCE || MAKES_ANCHORS.test(source)) return true
  for (const nested of source.matchAll(/^[ \t]*import[ \t]+[A-Z*{][^'"\n]{0,300}['"]([^'"\n]{1,300})['"]/gm)) {
    const path = nested[1] ?? ''
    // Packages draw icons and buttons; local components are looked into.
    if (/^[.@~]\/|\.(?:astro|vue|svelte|tsx|jsx)$/.test(path) && sourceMakesAnchors(repository, file, path, depth + 1)) return true
  }
  return false
}

const ENDINGS = ['', '.tsx', '.jsx', '.astro', '.vue', '.ts', '.js', '.svelte', '/index.tsx', '/index.ts', '/index.jsx', '/index.js']

function componentFile(repository: Repository, from: string, specifier: string): string | undefined {
  const files = repository.get(filesFact)
  for (const ending of ENDINGS) {
    if (specifier.startsWith('.')) {
      const path = joinPath(folderOf(from), specifier + ending)
      if (path !== undefined && files.has(path)) return path
      continue
    }
    // An alias of a bundler: `@/components/x`, `@site/src/components/x`, `~/x`, `src/x`.
    const inside = /^(?:[@~][\w-]*\/|src\/)(.+)$/.exec(specifier)?.[1]
    const found = !inside?.includes('/') ? [] : files.withSuffix(inside + ending).filter(path => files.has(path))
    if (found.length === 1) return found[0]
  }
  return undefined
}
