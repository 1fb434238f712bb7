/** The cheap question before all others: whether a module, or anything that it imports, has a word of a database at all. */
import { languageOf } from '../../core/source-file.ts'
import { specifiersInText } from '../program/import-text.ts'
import type { Module } from '../program/module.ts'
import type { Outside } from './effect.ts'
import { mentionsDatabase } from './libraries.ts'

/** What is known of the files of a checkout, by path. */
interface Reach {
  readonly answers: Map<string, boolean>
  readonly files: Map<string, Links>
}

/** Of one file: whether it has a word itself, or may import anything, and the files that it imports. */
interface Links {
  readonly found: boolean
  readonly next: readonly string[]
}

const known = new WeakMap<Outside, Reach>()
const ofModules = new WeakMap<Outside, WeakMap<Module, boolean>>()

/**
 * Whether a module can have any effect on a database, by the texts of all files that it imports: nothing is parsed. Where it can't, nobody
 * needs to look for one. Clients that the user names may stand anywhere.
 */
export function mayReachDatabase(module: Module, outside: Outside): boolean {
  if ((outside.clients?.length ?? 0) > 0) return true
  let answers = ofModules.get(outside)
  if (answers === undefined) ofModules.set(outside, answers = new WeakMap<Module, boolean>())
  let answer = answers.get(module)
  // Its text may not be saved yet, so it is not looked up by its path.
  if (answer === undefined) answers.set(module, answer = reachesFrom(linksIn(module.path, module.text, outside), outside))
  return answer
}

/** The same of what an import leads to; false for a package of others, whose words stand where it is imported. */
export function importMayReachDatabase(from: string, specifier: string, outside: Outside): boolean {
  if ((outside.clients?.length ?? 0) > 0 || outside.resolve === undefined) return true
  const path = outside.resolve(from, specifier)
  return path !== undefined && mayFileReachDatabase(path, outside)
}

/** The same of a file as it is saved. @param path from the root */
export function mayFileReachDatabase(path: string, outside: Outside): boolean {
  if ((outside.clients?.length ?? 0) > 0) return true
  const { answers } = reachOf(outside)
  let answer = answers.get(path)
  if (answer === undefined) answers.set(path, answer = reachesFrom({ found: false, next: [path] }, outside))
  return answer
}

function reachesFrom({ found, next }: Links, outside: Outside): boolean {
  if (found) return true
  const { answers } = reachOf(outside)
  const seen = new Set(next)
  // The set grows while it is walked.
  for (const path of seen) {
    const before = answers.get(path)
    if (before === true) return true
    if (before === false) continue
    const links = linksOf(path, outside)
    if (links.found) {
      answers.set(path, true)
      return true
    }
    for (const one of links.next) seen.add(one)
  }
  // What is imported where nothing is reached reaches nothing.
  for (const path of seen) answers.set(path, false)
  return false
}

function reachOf(outside: Outside): Reach {
  let reach = known.get(outside)
  if (reach === undefined) known.set(outside, reach = { answers: new Map(), files: new Map() })
  return reach
}

function linksOf(path: string, outside: Outside): Links {
  const { files } = reachOf(outside)
  let links = files.get(path)
  if (links === undefined) {
    const text = languageOf(path) === 'javascript' ? outside.text?.(path) : ''
    files.set(path, links = linksIn(path, text ?? '', outside))
  }
  return links
}

function linksIn(path: string, text: string, outside: Outside): Links {
  const { resolve } = outside
  const specifiers = resolve === undefined || outside.text === undefined || mentionsDatabase(text) ? undefined : specifiersInText(text)
  if (resolve === undefined || specifiers === undefined) return { found: true, next: [] }
  return { found: false, next: specifiers.flatMap(specifier => resolve(path, specifier) ?? []) }
}
