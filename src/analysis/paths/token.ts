/** Whether a word is a path, and which. Pure text; whether it exists is asked elsewhere. */

/**
 * - `path`: has a folder and either a known file ending, a trailing slash, or a leading `./` or `../`
 * - `weak`: could be anything (`npm/js-api` or `http/json`, `atom.gyp` or `config.plugins`): a claim only if the repository knows it
 * - `name`: a bare file name with a known ending
 */
export type PathForm = 'path' | 'weak' | 'name'

/** A word read as a path. Plain JSON. */
export interface PathToken {
  /** As it is looked up: forward slashes, no `./` in front, no trailing slash; `../` and a leading `/` stay. */
  readonly path: string
  readonly form: PathForm
  /** Starts with `./` or `../`. */
  readonly explicit: boolean
  readonly folder: boolean
  readonly glob: boolean
  /** Made of names that stand for any name (`src/foo.ts`): a claim only if the repository has or had it. */
  readonly generic?: true
  /** 1-based; from `:12`, `:12-20`, `#L12-L20`. */
  readonly line?: number
  readonly endLine?: number
  /** From `rev:path`. */
  readonly revision?: string
  /** Where the path part stands in the word: 0-based offsets. */
  readonly from: number
  readonly to: number
}

/** Endings of files that repositories hold; measured over the endings of tracked files of some 40 public repositories. */
const FILE_ENDINGS = new Set((
  'ts tsx js jsx mjs cjs mts cts vue svelte astro coffee py pyi pyx ipynb rb erb rake gemspec go mod sum rs java kt kts scala groovy ' +
  'gradle swift m mm c h cc cpp cxx hpp hh cs csproj sln fs fsx vb php phtml sh bash zsh fish ps1 psm1 psd1 bat cmd sql prisma graphql ' +
  'gql proto thrift json jsonc json5 jsonl ndjson yaml yml toml ini cfg conf properties lock md mdx markdown mkd rst adoc asciidoc txt ' +
  'tex html htm xhtml css scss sass less styl svg png jpg jpeg gif webp avif ico bmp pdf csv tsv xml xsd xsl xslt plist tf tfvars hcl ' +
  'nix bzl bazel cmake mk am ac in ex exs eex heex erl hrl hs lhs ml mli clj cljs cljc edn lua r jl dart zig sol vy wasm wat ejs hbs ' +
  'handlebars j2 jinja jinja2 tmpl tpl mustache njk pug liquid snap snippet patch diff service socket timer dockerfile template tera ' +
  'cue rego dhall el vim awk sed pl pm t nim cr d pas f90 asm s ttf otf woff woff2 eot mp3 mp4 webm wav pem crt key pub gpg asc po pot ' +
  'mo strings resx xaml storyboard xib map jsonnet libsonnet smithy avsc feature robot http rest gltf glb obj hurl bru mmd puml plantuml drawio'
).split(' '))

/** Endings that a bare word must have to be a file name; shorter, because `res.json` and `Array.from` are bare words too. */
const NAME_ENDINGS = new Set((
  'ts tsx js jsx mjs cjs mts cts vue svelte astro py pyi ipynb rb gemspec go rs java kt kts scala gradle swift c h cc cpp hpp cs csproj ' +
  'sln php sh bash zsh fish ps1 psm1 bat cmd sql prisma graphql proto json jsonc json5 yaml yml toml ini cfg conf properties lock md mdx ' +
  'markdown rst adoc txt html css scss sass less svg png jpg jpeg gif webp ico pdf csv xml plist tf tfvars hcl nix bzl bazel cmake mk ex ' +
  'exs lua jl dart zig sol ejs hbs j2 tmpl tpl njk pug snap service'
).split(' '))

const FILE_NAMES = /^(?:Makefile|GNUmakefile|Dockerfile|Containerfile|Vagrantfile|Procfile|Gemfile|Rakefile|Jenkinsfile|Justfile|justfile|Brewfile|Podfile|Fastfile|Caddyfile|Tiltfile|CODEOWNERS|LICENSE|LICENCE|NOTICE|OWNERS|go\.(?:mod|sum)|\.(?:gitignore|gitattributes|gitmodules|dockerignore|editorconfig|nvmrc|npmrc|npmignore|node-version|tool-versions|prettierrc|eslintrc|eslintignore|babelrc|mailmap))$/

const PLACEHOLDER = /[<>{}$%…]|\.\.\.|(?:^|[/_.-])(?:path[/_-]to|your|my[-_]|xxx+|yyyy|example\.(?:com|org)|some[-_]|placeholder|sub-?path)(?:[/_.-]|$)|(?:^|\/)(?:some|your|my)(?:\/|\.\w+$|$)/i
/** Names that stand for any name in examples, and now and then are real: `src/a.ts`, `foo/bar.js`. */
const GENERIC = /^@|(?:^|[/_.-])(?:foo|bar|baz|qux|xyz|dummy)(?:[/_.-]|$)|(?:^|\/)(?:[a-c]|[x-z]|dir|folder|file|filename|name|path)(?:\/|\.\w+$|$)/i
const UPPER_PLACEHOLDER = /(?:^|\/)(?:[A-Z]{3,}_[A-Z_]+|NAME|DIR|PATH|FILE|XXX+|YYYY[-MD]*|NNN+|X+\.[XY]+)(?:[/.]|$)|(?:^|\/)(?:(?:NNN+|XXX+|YYYY)[-_]|x{3,20}[A-Z])/
/** `COMMIT_GATES.md` is a document of that name; `FILE_NAME.md` stands for one. */
const UPPER_DOCUMENT = /(?:^|\/)(?!(?:[A-Z0-9]+_)*(?:NAME|FILE|PATH|TITLE|SLUG|DATE|ID|YOUR|MY|SOME|FEATURE|XXX+|YYYY|NNN+)[_.])[A-Z][A-Z0-9_]{2,80}\.mdx?$/
const HOST = /^(?:www\.|localhost\b)|^(?:[\w-]+\.)+(?:com|org|net|io|dev|app|ai|sh|co|me|edu|gov|info|cloud|design|xyz|tech|site|page|gg|tv|us|uk|de|fr|eu|nl|jp|cn|ru|ch|at|be|it|es|se|no|fi|pl|in|br|ca|au|nz|land|run|build|tools|wiki|blog|fm|so|to|ly|gl|im|is|cc|place|local|internal|example|test)(?::\d+)?(?:\/|$)/i
const MIME = /^(?:application|text|image|audio|video|font|multipart|model|message)\/[\w.+*-]+$/
const WORDS_WITH_SLASH = /^(?:[a-z]{1,3}\/[a-z]{1,3}|and\/or|n\/a|i\/o|ci\/cd|tcp\/ip|client\/server|read\/write|input\/output|yes\/no|true\/false|on\/off|he\/she|his\/her|him\/her|pros\/cons|24\/7|w\/o)$/i
const LINE_SUFFIX = /(?::(\d{1,7})(?:[-–](\d{1,7})|:\d{1,5}(?:[-–]\d{1,5})?)?:?|#L(\d{1,7})(?:C\d+)?(?:-L?(\d{1,7})(?:C\d+)?)?|\((\d{1,7})(?:,\s?\d+)?\))$/
const REVISION = /^(HEAD(?:[~^]\d*)*|[0-9a-f]{7,40}|v?\d+\.\d+[\w.-]*|(?:origin\/)?(?:main|master|develop|dev|next)):(?=[\w.])/

/** Without a slash, a dot or one of the names that need neither, a word is no path: most words of code spans end here. */
const PATH_PART = /[./\\]|file|OWNERS|LICEN[CS]E|NOTICE/
const ALLOWED = /^[\w.@+~()[\]/,*?{}!=&\-\u0080-\uffff]+$/
const ALLOWED_IN_GLOB = /^[\w.@+~()[\]/,*?{}!=&-]+$/

/**
 * Reads one word (no white space) as a path.
 * @returns `undefined` for what is no path: packages, placeholders, URLs, options, MIME types, plain words
 */
export function readPath(word: string): PathToken | undefined {
  if (word.length < 2 || word.length > 260 || !PATH_PART.test(word)) return undefined
  let from = 0
  let to = word.length
  while (to > from && isTrailing(word, from, to)) to--
  while (from < to && isLeading(word.charCodeAt(from)) && !isBalancedStart(word, from, to)) {
    from++
    while (to > from && isTrailing(word, from, to)) to--
  }
  let text = word.slice(from, to)
  if (text.includes('://') || text.startsWith('-') || text.startsWith('//') || text.startsWith('~') || text.includes('@@')) return undefined
  let line: number | undefined
  let endLine: number | undefined
  const suffix = /[\d)]$/.test(text) ? LINE_SUFFIX.exec(text) : null
  if (suffix !== null && suffix.index > 1) {
    const first = suffix[1] ?? suffix[3] ?? suffix[5]
    const last = suffix[2] ?? suffix[4]
    line = Number(first)
    if (last !== undefined) endLine = Number(last)
    to -= suffix[0].length
    text = text.slice(0, suffix.index)
  }
  const symbol = text.search(/::|#/)
  if (symbol > 1) {
    to = from + symbol
    text = text.slice(0, symbol)
  }
  let revision: string | undefined
  const named = text.includes(':') ? REVISION.exec(text) : null
  if (named?.[1] !== undefined) {
    revision = named[1]
    from += named[0].length
    text = text.slice(named[0].length)
  }
  if (/^[A-Za-z]:[\\/]/.test(text)) return undefined
  if (text.includes('\\')) {
    if (!/^(?:\.{0,2}\\)?[\w.@-]+(?:\\[\w.@-]+)+\\?$/.test(text)) return undefined
    text = text.replaceAll('\\', '/')
  }
  const glob = /[*?]|\{[^{}]*,[^{}]*\}/.test(text)
  // Letters of every script may stand in a name, in a glob only those of ASCII.
  if (!(glob ? ALLOWED_IN_GLOB : ALLOWED).test(text)) return undefined
  if (!/\w/.test(text)) return undefined
  const form = formOf(text, glob)
  if (form === undefined) return undefined
  const explicit = /^\.{1,2}\//.test(text)
  const folder = text.endsWith('/')
  const path = text.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '').replace(/\/{2,}/g, '/')
  if (path === '' || path === '.' || path === '..' || /^(?:\.\.\/)*\.\.$/.test(path)) return undefined
  return {
    path, form, explicit, folder, glob, from, to,
    ...(line === undefined || line === 0 ? {} : { line }), ...(endLine === undefined ? {} : { endLine }),
    ...(revision === undefined ? {} : { revision }), ...(!glob && GENERIC.test(path) ? { generic: true as const } : {}),
  }
}

/** The form of a cleaned word, or `undefined` when it is no path at all. */
function formOf(text: string, glob: boolean): PathForm | undefined {
  const bare = glob ? text.replace(/\{([^{},]*),[^{}]*\}/g, '$1').replace(/\*\*?/g, 'x') : text
  if (!glob && PLACEHOLDER.test(bare)) return undefined
  if (UPPER_PLACEHOLDER.test(bare) && !UPPER_DOCUMENT.test(bare)) return undefined
  if (/[{}$<>%=&,!]/.test(bare)) return undefined
  if (/^@[\w.-]+\/[\w.-]+(?:\/|$)/.test(bare) && !bare.startsWith('@/') && endingOf(bare) === undefined) return undefined
  if (isHost(bare)) return undefined
  const slash = bare.replace(/\/+$/, '').includes('/') || bare.endsWith('/')
  if (!slash) {
    if (FILE_NAMES.test(bare)) return 'name'
    const ending = endingOf(bare)
    // `atom.gyp` or `parser.y` may be a file, `config.plugins` may not: only the repository's past can tell.
    if (ending !== undefined && !NAME_ENDINGS.has(ending)) return /^[\w-]{2,}\.[a-z][a-z0-9]{0,7}$/.test(bare) ? 'weak' : undefined
    if (ending === undefined) return undefined
    return /^\.?[\w@+()[\]-][\w.@+()[\]-]*$/.test(bare) ? 'name' : undefined
  }
  if (MIME.test(bare) || WORDS_WITH_SLASH.test(bare)) return undefined
  const parts = bare.replace(/^\/|\/+$/g, '').split('/')
  if (parts.some(part => part === '' || part.length > 100)) return undefined
  if (parts.every(part => /^[\d.,x-]+$/.test(part))) return undefined
  const ending = endingOf(bare)
  if (/^\.{1,2}\//.test(bare)) return 'path'
  if (ending !== undefined && FILE_ENDINGS.has(ending)) return 'path'
  if (FILE_NAMES.test(parts.at(-1) ?? '')) return 'path'
  if (bare.endsWith('/')) return parts.length > 1 || /^\.?[a-z][\w.-]*$/.test(parts[0] ?? '') ? (parts.length > 1 ? 'path' : 'weak') : undefined
  if (parts.every(part => /^[A-Z]+$/.test(part))) return undefined
  return 'weak'
}

/** `deploy.sh` is a file, `bun.sh/docs` is a host. */
function isHost(text: string): boolean {
  const match = HOST.exec(text)
  if (match === null) return false
  if (match[0].endsWith('/')) return !text.startsWith('.')
  return !NAME_ENDINGS.has(endingOf(text) ?? '')
}

/** The ending of the last part, in lower case, or `undefined`. */
export function endingOf(path: string): string | undefined {
  const dot = path.lastIndexOf('.')
  if (dot < 1 || path.length - dot < 2) return undefined
  const match = /[^/.][^/]*\.([A-Za-z][A-Za-z0-9]*)$/.exec(path.slice(-120)) ?? /^\.[\w-]+\.([A-Za-z][A-Za-z0-9]*)$/.exec(path)
  return match?.[1]?.toLowerCase()
}

/** `(group)/page.tsx` and `[id].ts` keep their bracket; `(src/a.ts)` loses it. */
function isBalancedStart(word: string, at: number, to: number): boolean {
  const open = word[at]
  const close = open === '(' ? ')' : ']'
  if (open === '(' || open === '[') {
    const closed = word.indexOf(close, at)
    return closed > 0 && closed < to - 1
  }
  return open === '_' && /\w/.test(word[at + 1] ?? '')
}

/** Quotes and brackets that open. */
function isLeading(code: number): boolean {
  switch (code) {
    case 34: case 39: case 40: case 60: case 91: case 95: case 96: // " ' ( < [ _ `
    case 0x2018: case 0x2019: case 0x201c: case 0x201d:
      return true
    default:
      return false
  }
}

function isTrailing(word: string, from: number, to: number): boolean {
  switch (word.charCodeAt(to - 1)) {
    case 41: return !word.slice(from, to - 1).includes('(')
    case 93: return !word.slice(from, to - 1).includes('[')
    case 63: return to - from > 1 && word[to - 2] !== '*' // ?
    case 33: case 34: case 39: case 44: case 46: case 58: case 59: case 62: case 96: // ! " ' , . : ; > `
    case 0x2018: case 0x2019: case 0x201c: case 0x201d: case 0x2026:
      return true
    default:
      return false
  }
}
