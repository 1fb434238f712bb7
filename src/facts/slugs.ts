/** How renderers turn a heading into an anchor: one pure function per style. */
import { slug as githubSlug } from 'github-slugger'

export type SlugStyle =
  | 'github' | 'gitlab' | 'vitepress' | 'docusaurus' | 'starlight' | 'mkdocs' | 'mdbook' | 'hugo' | 'jekyll' | 'nextra' | 'sphinx'
  | 'docsify' | 'gatsby' | 'mintlify' | 'exdoc'

interface Slugger {
  /** Several, where settings that can't be read decide between them. */
  readonly slugs: (text: string) => readonly string[]
  /** What stands between an anchor and the number of its repetition. */
  readonly separator: '-' | '_'
}

const github = (text: string): string => githubSlug(text)

const COMBINING = /[\u0300-\u036f]/g
/** `@mdit-vue/shared` `slugify`, which VitePress and VuePress use. */
function vitepress(text: string): string {
  return text
    .normalize('NFKD')
    .replace(COMBINING, '')
    // eslint-disable-next-line no-control-regex -- the original drops exactly these
    .replace(/[\u0000-\u001f]/g, '')
    .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(/^(\d)/, '_$1')
    .toLowerCase()
}

/** Python-Markdown's `toc.slugify`. */
function pythonMarkdown(text: string): string {
  // eslint-disable-next-line no-control-regex -- "encode('ascii', 'ignore')"
  return wordsAndDashes(text.normalize('NFKD').replace(/[^\u0000-\u007f]/g, '')).replace(/[-\s]+/g, '-')
}

/** Python-Markdown's `slugify_unicode` and pymdownx' default. */
function pythonMarkdownUnicode(text: string): string {
  return wordsAndDashes(text.normalize('NFKC')).replace(/[-\s]+/g, '-')
}

/** pymdownx.slugs: every space is a dash of its own. */
function pymdownx(text: string): string {
  return wordsAndDashes(text.normalize('NFC')).replace(/\s/g, '-')
}

function wordsAndDashes(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '').trim().toLowerCase()
}

/** mdBook's `normalize_id`. */
function mdbook(text: string): string {
  return text.trim().replace(/[^\p{L}\p{M}\p{N}_\s-]/gu, '').replace(/\s/g, '-').toLowerCase()
}

/** kramdown's `basic_generate_id`. */
function kramdown(text: string): string {
  return text.replace(/^[^a-zA-Z]+/, '').replace(/[^a-zA-Z0-9 -]/g, '').replaceAll(' ', '-').toLowerCase()
}

/** GitLab squeezes dashes and prefixes a heading of digits only. */
function gitlab(text: string): string {
  const slug = github(text.trim()).replace(/-+/g, '-')
  return /^\d+$/.test(slug) ? `anchor-${slug}` : slug
}

/** Letters and digits in any script, everything else one dash: Blackfriday (old Hugo), docutils, many small tools. */
export function squeezedSlug(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
}

/** Mintlify leaves marks as they are: `#what-is-free?`. */
function punctuated(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, '-')
}

/** ExDoc's `text_to_id`. */
function exdoc(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^-|-$/g, '').toLowerCase()
}

function docsify(text: string): string {
  const slug = text
    .trim()
    .toLowerCase()
    .replace(/[\u2000-\u206f\u2e00-\u2e7f\\'!"#$%&()*+,./:;<=>?@[\]^`{|}~]/g, '')
    .replace(/\s/g, '-')
    .replace(/-+/g, '-')
  return slug.replace(/^(\d)/, '_$1')
}

const SLUGGERS: Readonly<Record<SlugStyle, Slugger>> = {
  github: { slugs: text => [github(text)], separator: '-' },
  gitlab: { slugs: text => [gitlab(text)], separator: '-' },
  vitepress: { slugs: text => [vitepress(text)], separator: '-' },
  docusaurus: { slugs: text => [github(text)], separator: '-' },
  starlight: { slugs: text => [github(text)], separator: '-' },
  nextra: { slugs: text => [github(text)], separator: '-' },
  gatsby: { slugs: text => [github(text)], separator: '-' },
  mintlify: { slugs: text => [github(text), squeezedSlug(text), punctuated(text)], separator: '-' },
  exdoc: { slugs: text => [github(text), exdoc(text)], separator: '-' },
  mkdocs: { slugs: text => [pythonMarkdown(text), pythonMarkdownUnicode(text), pymdownx(text)], separator: '_' },
  mdbook: { slugs: text => [mdbook(text)], separator: '-' },
  hugo: { slugs: text => [github(text), mdbook(text), squeezedSlug(text)], separator: '-' },
  jekyll: { slugs: text => [kramdown(text), mdbook(text)], separator: '-' },
  sphinx: { slugs: text => [github(text), squeezedSlug(text)], separator: '-' },
  docsify: { slugs: text => [docsify(text)], separator: '-' },
}

/** Every style there is. */
export const SLUG_STYLES = Object.keys(SLUGGERS) as readonly SlugStyle[]

/** Anchors of one style for the texts of all headings of a page, in their order, repetitions numbered. */
export function slugsOf(style: SlugStyle, texts: readonly (readonly string[])[]): Set<string> {
  const { slugs, separator } = SLUGGERS[style]
  const anchors = new Set<string>()
  const seen = new Map<string, number>()
  for (const variants of texts) {
    const own = new Set(variants.flatMap(slugs))
    for (const base of own) {
      const before = seen.get(base)
      if (before === undefined) {
        seen.set(base, 0)
        anchors.add(base)
        continue
      }
      // As github-slugger: a numbered anchor may itself be taken by a heading.
      let number = before
      do number++
      while (seen.has(`${base}${separator}${String(number)}`))
      seen.set(base, number)
      seen.set(`${base}${separator}${String(number)}`, 0)
      anchors.add(`${base}${separator}${String(number)}`)
    }
  }
  return anchors
}
