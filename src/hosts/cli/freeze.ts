/** `doc-lockdown freeze`: what protocols must still contain, written down. */
import path from 'node:path'
import { pinsOf, PIN_KINDS } from '../../analysis/frozen/pins.ts'
import type { FrozenDocument } from '../../analysis/frozen/drift.ts'
import { createDocument } from '../../core/document.ts'
import { createRepository } from '../../core/repository.ts'
import { declaresStrict } from '../../core/strict-declaration.ts'
import { UserError } from '../../core/user-error.ts'
import { selectDocuments } from '../../documents/select.ts'
import { frozenDocuments } from '../../facts/frozen.ts'
import { formatLock, LOCK_FILE, readLock } from '../../lock/lock.ts'
import { openContent, requireCheckout } from '../open-checkout.ts'
import { configure } from '../session.ts'
import type { Arguments } from './arguments.ts'
import { pathsFromRoot } from './given-paths.ts'
import { writeOutput } from './output.ts'

/**
 * Writes the `frozen` section of the lock file. Without paths it freezes every strict document and what was frozen
 * before, and drops documents that are gone; with paths exactly these, and the others stay as they were.
 * @returns the line to print
 * @throws UserError when there is nothing to freeze
 */
export async function freeze({ paths, flags }: Arguments): Promise<string> {
  const base = path.resolve(flags.root ?? '.')
  const checkout = requireCheckout(base)
  const { config } = await configure(checkout.root, { configFile: flags.config, strict: flags.strict })
  const source = openContent(checkout, 'worktree')
  const lock = readLock(source)
  const repository = createRepository({ root: checkout.root, source, settings: config.settings })
  const given = pathsFromRoot(paths, base, checkout.root)
  const { documents } = selectDocuments(repository, { paths: given, ignore: config.ignore, include: config.include })
  const before = frozenDocuments(lock.others['frozen'])
  const after = new Map<string, FrozenDocument>(paths.length === 0 ? [] : before)
  let count = 0
  for (const file of documents) {
    const text = source.read(file)?.toString('utf8')
    if (text === undefined) continue
    const document = createDocument(file, text)
    if (paths.length === 0 && !before.has(file) && !config.isStrict(file) && !declaresStrict(document.text)) continue
    after.set(file, frozenDocument(pinsOf(document)))
    count++
  }
  if (count === 0 && before.size === 0) {
    throw new UserError('There is nothing to freeze: no document is strict. Name documents, or list protocols under "strict" in the configuration.')
  }
  const others = Object.fromEntries(Object.entries(lock.others).filter(([section]) => section !== 'frozen'))
  const text = formatLock({ ...lock, others: after.size === 0 ? others : { ...others, frozen: Object.fromEntries(after) } })
  if (source.read(LOCK_FILE)?.toString('utf8') === text) return `${LOCK_FILE} is up to date: ${documentsText(after.size)} frozen.\n`
  writeOutput(path.join(checkout.root, LOCK_FILE), text, 'Make the folder writable and run "doc-lockdown freeze" again.')
  return `${LOCK_FILE}: ${documentsText(count)} frozen.\n`
}

function frozenDocument(pins: ReturnType<typeof pinsOf>): FrozenDocument {
  return Object.fromEntries(PIN_KINDS.flatMap((kind) => {
    const texts = pins.filter(pin => pin.kind === kind).map(pin => pin.text)
    return texts.length === 0 ? [] : [[kind, texts]]
  }))
}

function documentsText(count: number): string {
  return count === 1 ? '1 document' : `${String(count)} documents`
}
