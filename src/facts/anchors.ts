/** The anchors of a Markdown file, as the sites that render it name them. */
import { createDocument } from '../core/document.ts'
import { landmarksOf, type Landmarks } from '../core/landmarks.ts'
import { isMarkdown, joinPath } from '../core/paths.ts'
import { defineFact, type Repository } from '../core/repository.ts'
import { filesFact, folderOf } from './files.ts'
import { rendersAnchors } from './components.ts'
import { slugsOf, type SlugStyle } from './slugs.ts'

export interface PageAnchors {
  /** Whether the page has the anchor in one of the styles; letter case and invisible emoji parts don't matter. */
  has(fragment: string): boolean
  /** All anchors, for finding the nearest; GitHub's style first. */
  readonly all: readonly string[]
  /** Why there may be more, or `undefined` when these are all. */
  readonly open: string | undefined
}

export interface Anchors {
  /** Landmarks of a Markdown file; `undefined` when it can't be read. */
  landmarks(path: string): Landmarks | undefined
  /** Anchors of a Markdown file with everything it includes, in GitHub's style and the given ones. */
  of(path: string, styles: readonly SlugStyle[]): PageAnchors | undefined
}

/** Parses a file once, when somebody first asks for its anchors. */
export const anchorsFact = defineFact<Anchors>('anchors', repository => {
  const parsed = new Map<string, Landmarks | undefined>()
  const pages = new Map<string, PageAnchors | undefined>()
  const landmarks = (path: string): Landmarks | undefined => {
    if (parsed.has(path)) return parsed.get(path)
    const text = repository.source.read(path)?.toString('utf8')
    const found = text === undefined ? undefined : landmarksOf(createDocument(path, text))
    parsed.set(path, found)
    return found
  }
  return {
    landmarks,
    of(path, styles) {
      const key = `${path}\0${styles.join()}`
      if (pages.has(key)) return pages.get(key)
      const page = pageOf(repository, landmarks, path, styles)
      pages.set(key, page)
      return page
    },
  }
})

const DEEPEST_INCLUSION = 4

function pageOf(
  repository: Repository, landmarks: (path: string) => Landmarks | undefined, path: string, styles: readonly SlugStyle[],
): PageAnchors | undefined {
  const own = landmarks(path)
  if (own === undefined) return undefined
  const parts: Landmarks[] = []
  let open: string | undefined
  const seen = new Set<string>()
  const visit = (file: string, found: Landmarks, depth: number): void => {
    seen.add(file)
    parts.push(found)
    open ??= found.open
    for (const use of found.components) if (rendersAnchors(repository, file, use)) open ??= `the component \`<${use.name}>\` may render anchors`
    for (const inclusion of found.includes) {
      const target = includedFile(repository, file, inclusion.path)
      if (target !== undefined && seen.has(target)) continue
      const content = target === undefined || depth >= DEEPEST_INCLUSION ? undefined : landmarks(target)
      if (content === undefined || target === undefined) open ??= `it includes \`${inclusion.path}\`, which can't be read`
      else visit(target, content, depth + 1)
    }
  }
  visit(path, own, 0)
  const texts = parts.flatMap(part => part.headings.map(({ text, bare, padded }) => [text, bare, padded].filter(form => form !== undefined)))
  if (styles.includes('hugo')) texts.push(...parts.flatMap(part => part.terms.map(term => [term])))
  const anchors = new Set<string>()
  for (const style of new Set<SlugStyle>(['github', ...styles])) for (const slug of slugsOf(style, texts)) anchors.add(slug)
  if (styles.includes('mkdocs')) for (const slug of slugsOf('mkdocs', parts.flatMap(part => part.tabs.map(title => [title])))) anchors.add(slug)
  anchors.delete('')
  for (const part of parts) for (const id of part.ids) anchors.add(id)
  const comparable = new Set([...anchors].map(comparableAnchor))
  return { has: fragment => comparable.has(comparableAnchor(fragment)), all: [...anchors], open }
}

/** Variation selectors and joiners come and go when people copy emoji; GitHub looks anchors up in lower case. */
function comparableAnchor(anchor: string): string {
  return anchor.replace(/^user-content-/, '').replace(/[\ufe0e\ufe0f\u200d]/g, '').normalize('NFC').toLowerCase()
}

/** Folders that generators read partials from. */
const PARTIAL_FOLDERS = ['', '_includes', 'includes', '_partials', 'partials', 'snippets', 'docs', 'docs/_includes', 'docs/includes', 'docs/snippets']

function includedFile(repository: Repository, from: string, written: string): string | undefined {
  const files = repository.get(filesFact)
  const path = written.replace(/^@\/?|^~\//, '').replace(/^@site\//, '')
  const beside = joinPath(folderOf(from), path)
  if (beside !== undefined && files.has(beside) && isMarkdown(beside)) return beside
  for (let folder = folderOf(from); ; folder = folderOf(folder)) {
    for (const partials of PARTIAL_FOLDERS) {
      const candidate = joinPath(joinPath(folder, partials) ?? '', path.replace(/^\/+/, ''))
      if (candidate !== undefined && files.has(candidate) && isMarkdown(candidate)) return candidate
    }
    if (folder === '') return undefined
  }
}
