/** Names of functions, types and constants as documents write them in inline code. */

/**
 * How much the spelling says that this is a name of code:
 * - `code`: `fooBar`, `FooBar`, `foo_bar`, `FOO_BAR`: nobody writes ordinary words so
 * - `call`: a plain word with parentheses: `connect()`
 * - `word`: a plain word; a name only where the text around says so
 */
export type Spelling = 'code' | 'call' | 'word'

/** A name in an inline code. Offsets are 0-based, into the code's text. */
export interface SymbolName {
  readonly name: string
  /** What stands before the last dot, `::` or `#`: `Class` in `Class.method()`. */
  readonly owner?: string
  readonly spelling: Spelling
  readonly from: number
  readonly to: number
}

/** `new`, `function`, `class` … before the name, `@` of a decorator, `<` of a component, `$` of a variable. */
const LEAD = /^(?:(?:export|default|async|static|public|private|protected|abstract|readonly|final|pub|new|await|return|typeof|function|func|fn|def|class|interface|type|enum|struct|trait|impl|const|let|var|val|fun|record|object|model)\s+){0,4}[@$<&*]?/
const PATH = /^(?:[A-Za-z_$][\w$]{0,80}(?:\(\))?(?:\?\.|\.|::|#)){0,6}/
const NAME = /^[A-Za-z_$][\w$]{1,80}/
/** What may stand behind: a call's arguments, type arguments, an optional mark with a type, the end of a tag. */
const TAIL = /^(?:<[^<>]{0,80}>)?(?:\([^()]{0,200}\)|\[\]|!)?(?:\??\s?:\s.{1,120}|\s?\/?>|\s*\{\s*\}|;)?$/

/** Endings of files: `next.config`, `server.ts` are no members. */
const FILE_ENDING = /^(?:[cm]?[jt]sx?|json[c5]?|ya?ml|toml|mdx?|markdown|txt|html?|s?css|less|sass|py|rb|go|rs|java|kts?|swift|php|cs|c|cc|cpp|h|hpp|sh|bash|zsh|ps1|bat|sql|prisma|graphql|gql|proto|xml|svg|png|jpe?g|gif|ico|lock|env|ini|cfg|conf|config|example|local|test|spec|stories|vue|svelte|astro|csv|log|tf|tfvars|gradle|properties|com|org|net|io|dev|app|ai|co|sol|lua|ex|exs|zip|gz|tgz|tar|jar|wasm|d|snap|key|pem|crt|service|plist|exe|dll|so|db|sqlite|rst|adoc|tpl|tmpl|hbs|ejs|njk|woff2?|map|min|mod|sum|work|lockb|node|ipynb|pdf)$/i

/**
 * Reads the name that an inline code is about.
 * @param code the text between the backticks
 * @returns `undefined` for a command, a path, a value, a flag
 */
export function symbolNameOf(code: string): SymbolName | undefined {
  if (code.length > 300 || code.length < 2) return undefined
  const padding = code.length - code.trimStart().length
  const text = code.trim()
  const lead = LEAD.exec(text)?.[0].length ?? 0
  const path = PATH.exec(text.slice(lead))?.[0].length ?? 0
  const from = lead + path
  const name = NAME.exec(text.slice(from))?.[0]
  if (name === undefined) return undefined
  const tail = text.slice(from + name.length)
  if (!TAIL.test(tail)) return undefined
  const owner = path === 0 ? undefined : text.slice(lead, from).replace(/(?:\?\.|\.|::|#)$/, '')
  if (owner !== undefined && FILE_ENDING.test(name) && !tail.startsWith('(')) return undefined
  const spelling = isCodeName(name) ? 'code' : tail.startsWith('(') ? 'call' : 'word'
  return { name, ...(owner === undefined ? {} : { owner }), spelling, from: padding + from, to: padding + from + name.length }
}

/** `fooBar`, `FooBar`, `foo_bar`, `FOO_BAR` of at least five letters. Brands and abbreviations (`GitHub`, `macOS`, `URLs`) are none. */
export function isCodeName(name: string): boolean {
  if (name.length < 5 || NOT_CODE.has(name)) return false
  if (/^[A-Z][A-Z0-9]*s?$/.test(name)) return false
  return /[a-z0-9][A-Z]/.test(name) || /[A-Za-z0-9]_+[A-Za-z0-9]/.test(name) || /^[A-Z]{2,}[a-z]{2,}/.test(name)
}

/** Names of products and formats that look like code. */
const NOT_CODE = new Set(
  ('GitHub GitLab JavaScript TypeScript CoffeeScript PostgreSQL MySQL SQLite MongoDB GraphQL WebSocket WebSockets WebAssembly DevTools NodeJS NextJS ' +
  'YouTube LinkedIn OpenAPI OpenAI OpenSSL OAuth OAuth2 macOS iPhone iPad WordPress BitBucket Bitbucket CloudFlare CloudFront DynamoDB ' +
  'JetBrains IntelliJ WebStorm PhpStorm PyCharm VSCode VSCodium PowerShell AppVeyor CircleCI TravisCI DockerHub LaTeX MathML JSDoc TSDoc ' +
  'PayPal NuGet RubyGems PyPI PyTorch TensorFlow NumPy SciPy OpenTelemetry ClickHouse BigQuery RabbitMQ x86_64 amd64 utf_8 en_US zh_CN').split(' '),
)
