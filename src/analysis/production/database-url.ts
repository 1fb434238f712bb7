/** Whether a text names the database of production: URLs, hosts, and names of variables. */
import type { Confidence } from '../../core/verdict.ts'

/** A database of production in a text. Offsets are 0-based into it, `end` exclusive. */
export interface ProductionUrl {
  readonly start: number
  readonly end: number
  /** For messages: without its password. */
  readonly shown: string
  /** Why it counts: "its host says `prod`". */
  readonly reason: string
  readonly confidence: Confidence
}

const SCHEME = 'postgres(?:ql)?|mysqlx?|mariadb|mongodb|sqlserver|mssql|libsql|cockroachdb|rediss?|amqps?|prisma(?:\\+postgres)?'
const URLS = new RegExp(`\\b(?:jdbc:)?(?:${SCHEME})(?:\\+[a-z]{1,12})?://[^\\s"'\`<>|,;)]{1,500}`, 'gi')
/** Looks that tell texts without any of this. */
const SCHEMES = new RegExp(`(?:${SCHEME})(?:\\+[a-z]{1,12})?://`, 'i')
const VARIABLES = /(?:PROD|PRD)(?:UCTION)?(?:_|\b)/
const HOSTS = /\b(?:prod|production|prd|live)\d{0,3}\b|amazonaws|neon\.tech|supabase|mongodb\.net|psdb|azure|cockroachlabs|render\.com|railway|aivencloud|digitalocean/

/** Whether a text can name a database of production at all. */
export function mayNameProduction(text: string): boolean {
  return SCHEMES.test(text) || VARIABLES.test(text) || (/host|server|endpoint|\s-[hHS]\s/i.test(text) && HOSTS.test(text))
}

const PRODUCTION_WORD = /(?:^|[^a-z])(?:prod|production|prd|live)(?:\d{0,3})(?:[^a-z]|$)/i
/** Says that a database is for something else. */
const OTHER_STAGE = /(?:^|[^a-z])(?:dev|develop|development|stag(?:e|ing)|stg|test|testing|tests|ci|qa|uat|sandbox|demo|preview|local|non-?prod|pre-?prod|shadow|ephemeral|branch)(?:\d{0,3})(?:[^a-z]|$)/i
const LOCAL_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[?::1?\]?|host\.docker\.internal|(?:.{1,200}\.)?(?:localhost|test|invalid|example|localdomain))$/i
const RESERVED_HOST = /(?:^|\.)(?:example|acme-example|your-?\w{0,20}|my-?(?:host|server|db|domain))\.(?:com|org|net|io)$|(?:^|\.)example$/i
const PLACEHOLDER = /[<>{}]|\.{3}|\*{3}|x{4}|^\$|\byour[-_]|^(?:host(?:name)?|server|user(?:name)?|domain|db[-_]?host|endpoint|HOST\w*|base)$|placeholder|changeme/i
const HOSTED = /(?:^|\.)(?:rds\.amazonaws\.com|neon\.tech|supabase\.(?:co|com)|mongodb\.net|psdb\.cloud|(?:postgres|mysql|mongo|redis)[\w.]{0,20}\.azure\.com|database\.windows\.net|cockroachlabs\.cloud|render\.com|rlwy\.net|railway\.app|aivencloud\.com|ondigitalocean\.com|turso\.io|upstash\.io|cosmos\.azure\.com)$/i

/** Every URL in a text that leads to a database of production, as far as the URL says. */
export function productionUrlsIn(text: string): readonly ProductionUrl[] {
  const found: ProductionUrl[] = []
  for (const match of text.matchAll(URLS)) {
    const url = match[0]
    const judged = judgeUrl(url)
    if (judged !== undefined) found.push({ start: match.index, end: match.index + url.length, shown: withoutPassword(url), ...judged })
  }
  return found
}

type Judged = Pick<ProductionUrl, 'reason' | 'confidence'>

function judgeUrl(url: string): Judged | undefined {
  const rest = url.slice(url.indexOf('://') + 3)
  const slash = rest.search(/[/?#]/)
  const authority = slash < 0 ? rest : rest.slice(0, slash)
  const database = slash < 0 ? '' : /^\/([^/?#]{0,200})/.exec(rest.slice(slash))?.[1] ?? ''
  const at = authority.lastIndexOf('@')
  const user = at < 0 ? '' : authority.slice(0, at).split(':')[0] ?? ''
  const hosts = authority.slice(at + 1).split(',').map(host => host.replace(/:[^:\]]{0,20}$/, ''))
  if (hosts.every(host => host === '' || LOCAL_HOST.test(host))) return undefined
  const [host = ''] = hosts
  const named = judgeHost(host)
  if (named?.confidence === 'high') return named
  // A name without a dot is a service of compose: its database may be called anything.
  if (PLACEHOLDER.test(host) || LOCAL_HOST.test(host) || !host.includes('.')) return undefined
  if (OTHER_STAGE.test(host)) return undefined
  if (isProductionWord(database)) return { reason: `its database is called \`${database}\``, confidence: 'high' }
  if (RESERVED_HOST.test(host) || OTHER_STAGE.test(database) || OTHER_STAGE.test(user)) return undefined
  if (isProductionWord(user)) return { reason: `its user is called \`${user}\``, confidence: 'high' }
  return /^(?:redis|amqp)/i.test(url) || at < 0 ? undefined : named
}

function isProductionWord(name: string): boolean {
  return PRODUCTION_WORD.test(name) && !OTHER_STAGE.test(name) && !PLACEHOLDER.test(name)
}

/** Whether a host is one of production: by its name, or because it is somebody's hosted database that says nothing else. */
export function judgeHost(host: string): Judged | undefined {
  if (LOCAL_HOST.test(host) || PLACEHOLDER.test(host) || OTHER_STAGE.test(host)) return undefined
  const word = PRODUCTION_WORD.exec(host.replace(/\.(?:prod|live)$/i, ''))?.[0].replace(/[^a-z]/gi, '')
  if (word !== undefined) return { reason: `its host says \`${word}\``, confidence: 'high' }
  return HOSTED.test(host) && !/(?:^|[.@])(?:xx|abc|foo|bar|project|ref|cluster\d?\.mongodb)\b/i.test(host) ? { reason: 'its host is a hosted database, and nothing says that it is not the one of production', confidence: 'medium' } : undefined
}

/** A URL for messages. */
export function withoutPassword(url: string): string {
  return url.replace(/:\/\/([^:@/\s]{0,100}):[^@/\s]{0,200}@/, '://$1:…@').slice(0, 120)
}

const STAGE = '(?:PROD|PRODUCTION|PRD)'
const THING = '(?:DATABASE|DB|PG|POSTGRES|POSTGRESQL|MYSQL|MARIADB|MONGO|MONGODB|MSSQL|SQL|SQLSERVER|SUPABASE|NEON|TURSO|LIBSQL|PRISMA|DSN|PLANETSCALE|COCKROACH)'
const VARIABLE = new RegExp(`^(?=(?:\\w{1,60}_)?${STAGE}(?:_|$))(?=(?:\\w{1,60}_)?${THING}(?:URL|URI)?(?:_|$))[A-Z][A-Z0-9_]{1,100}$`)
/** Says whether, not where. */
const SWITCH = /^(?:IS|HAS|ALLOW|ENABLE|DISABLE|USE|SKIP|BLOCK|NO|FORCE|REQUIRE|CONFIRM|SEED|RESET|I)_|_(?:ENABLED|ALLOWED|DISABLED|CONFIRM(?:ED)?|FINGERPRINT|ENV(?:IRONMENT)?|LOG\w*|POOL_SIZE|TIMEOUT\w*|REGION|SSL|NAME|SCHEMA|ROLE|ID|INSTANCE|VERSION|SIZE|PORT)$/

/** Whether a variable of the environment leads to the database of production by its name: `PROD_DATABASE_URL`, `DB_HOST_PRODUCTION`. */
export function isProductionVariable(name: string): boolean {
  return VARIABLE.test(name) && !SWITCH.test(name) && !/NON_?PROD|PRE_?PROD|SENTRY|GLITCHTIP|BUGSNAG/.test(name)
}
