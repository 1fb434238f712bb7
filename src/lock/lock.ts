/**
 * The lock file: what hosting services said at the last `sync`, committed beside the documents. Pure: text in, facts out, and
 * the other way round. Other commands keep sections of their own in it, which stay as they are.
 */
import type { ContentSource } from '../core/source.ts'
import { UserError } from '../core/user-error.ts'
import { isNumberedRecord, isReleaseRecord } from './records.ts'
import type { NumberedRecord } from '../lookups/numbered.ts'
import type { ReleaseRecord } from '../lookups/release.ts'
import { isRecord } from '../core/record.ts'

/** Where it lies: in the root. */
export const LOCK_FILE = 'doc-lockdown.lock.json'

const VERSION = 1

/** Facts of one kind: by `github.com/owner/name`, then by number or tag. `null`: there is no such thing. */
export type Section<T> = ReadonlyMap<string, ReadonlyMap<string, T | null>>

export interface Lock {
  readonly requests: Section<NumberedRecord>
  readonly releases: Section<ReleaseRecord>
  /** Sections of others, as they were read. */
  readonly others: Readonly<Record<string, unknown>>
}

const EMPTY_LOCK: Lock = { requests: new Map(), releases: new Map(), others: {} }

/**
 * The lock file of some content; without one, an empty lock.
 * @throws UserError as `parseLock` does
 */
export function readLock(source: ContentSource): Lock {
  const bytes = source.files.has(LOCK_FILE) ? source.read(LOCK_FILE) : undefined
  return bytes === undefined ? EMPTY_LOCK : parseLock(bytes.toString('utf8'))
}

/**
 * Reads the text of a lock file.
 * @throws UserError with a remedy for anything but a whole lock of this version
 */
export function parseLock(text: string): Lock {
  const remedy = 'Restore it from git, then run "doc-lockdown sync".'
  if (/^(?:<{7}|>{7}|={7}|\|{7})(?: |\r?$)/m.test(text)) {
    throw new UserError(`${LOCK_FILE} holds the marks of a merge conflict. Take either side, then run "doc-lockdown sync".`)
  }
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new UserError(`${LOCK_FILE} is not valid JSON. ${remedy}`)
  }
  if (!isRecord(content) || content['version'] === undefined) throw new UserError(`${LOCK_FILE} is no lock file: it has no version. ${remedy}`)
  const { version, requests, releases, ...others } = content
  if (version !== VERSION) {
    throw new UserError(`${LOCK_FILE} has version ${JSON.stringify(version)}, and this doc-lockdown reads version ${String(VERSION)}. Update doc-lockdown, or restore the file from git.`)
  }
  return {
    requests: readSection('requests', requests, /^[1-9]\d{0,14}$/, isNumberedRecord, remedy),
    releases: readSection('releases', releases, /^./s, isReleaseRecord, remedy),
    others,
  }
}

function readSection<T>(name: string, section: unknown, keys: RegExp, isFact: (value: unknown) => value is T, remedy: string): Section<T> {
  const facts = new Map<string, ReadonlyMap<string, T | null>>()
  const wrong = (place: string): UserError => new UserError(`${LOCK_FILE} has something at ${place} that no "sync" writes. ${remedy}`)
  if (section === undefined) return facts
  if (!isRecord(section)) throw wrong(name)
  for (const [repository, entries] of Object.entries(section)) {
    if (!/^[^/\s]+(?:\/[^/\s]+){2,}$/.test(repository) || !isRecord(entries)) throw wrong(`${name} → ${JSON.stringify(repository)}`)
    facts.set(repository, new Map(Object.entries(entries).map(([key, value]) => {
      if (keys.test(key) && (value === null || isFact(value))) return [key, value]
      throw wrong(`${name} → ${JSON.stringify(repository)} → ${JSON.stringify(key)}`)
    })))
  }
  return facts
}

/** The text of a lock: the same facts give the same bytes. Every key stands in order, numbers by their size. */
export function formatLock({ requests, releases, others }: Lock): string {
  const plain = { ...sorted(others) as object, requests: sorted(plainSection(requests)), releases: sorted(plainSection(releases)) }
  return `${JSON.stringify({ version: VERSION, ...sorted(plain) as object }, null, 2)}\n`
}

function plainSection(section: Section<unknown>): Record<string, unknown> {
  return Object.fromEntries([...section].filter(([, facts]) => facts.size > 0).map(([repository, facts]) => [repository, Object.fromEntries(facts)]))
}

/** The same value with the keys of every object in the order of their code units; engines put whole numbers before them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
