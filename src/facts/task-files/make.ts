/** Targets of Makefiles, as far as they can be read without running make. */
import picomatch from 'picomatch'
import type { Repository } from '../../core/repository.ts'
import { folderOf } from '../files.ts'
import { resolvePath, textOf, wildcard, type TaskFile } from './task-file.ts'

/** Names that make looks for in a folder. */
export const MAKE_FILES: readonly string[] = ['GNUmakefile', 'makefile', 'Makefile']

interface Reading {
  readonly repository: Repository
  /** Folder from which make runs: includes are relative to it. */
  readonly folder: string
  readonly names: Set<string>
  readonly patterns: RegExp[]
  readonly variables: Map<string, string>
  readonly seen: Set<string>
  /** `%: common-%` makes every target that exists with the prefix: prefix and suffix of each such rule. */
  readonly through: (readonly string[])[]
  open: string | undefined
}

/** Reads a Makefile with everything that it includes. */
export function readMakefile(repository: Repository, path: string): TaskFile {
  const reading: Reading = {
    repository, folder: folderOf(path), names: new Set(), patterns: [], variables: new Map(), seen: new Set(), through: [], open: undefined,
  }
  reading.variables.set('CURDIR', '.')
  readInto(reading, path)
  for (const [prefix = '', suffix = ''] of reading.through.slice(0, 20)) {
    for (const name of [...reading.names]) {
      const inner = name.slice(prefix.length, name.length - suffix.length)
      if (inner !== '' && name === prefix + inner + suffix) reading.names.add(inner)
    }
  }
  const { names, patterns, open, folder } = reading
  return { runner: 'make', path, folder, names, patterns, open }
}

function readInto(reading: Reading, path: string): void {
  if (reading.seen.has(path) || reading.seen.size > 200) return
  reading.seen.add(path)
  const text = textOf(reading.repository, path)
  if (text.length > 2_000_000) {
    reading.open = `${path} is too long to read`
    return
  }
  let defining = false
  for (const line of logicalLines(text)) {
    if (/^\s*(?:override\s+)?define\b/.test(line)) defining = true
    else if (/^\s*endef\b/.test(line)) defining = false
    else if (!defining && !line.startsWith('\t')) readLine(reading, path, line.trim())
  }
}

/** Lines with their `\` continuations joined and comments cut. */
function* logicalLines(text: string): Iterable<string> {
  let pending = ''
  for (const raw of text.split('\n')) {
    if (raw.endsWith('\\') && pending.length < 100_000) {
      pending += `${raw.slice(0, -1)} `
      continue
    }
    const line = pending + raw
    pending = ''
    const comment = line.startsWith('\t') ? -1 : line.search(/(?:^|[^\\])#/)
    yield comment < 0 ? line : line.slice(0, line[comment] === '#' ? comment : comment + 1)
  }
  if (pending !== '') yield pending
}

function readLine(reading: Reading, path: string, line: string): void {
  if (line === '') return
  const include = /^(-include|sinclude|include)\s+(\S.*)$/.exec(line)
  if (include !== null) {
    readInclude(reading, path, include[2] ?? '', include[1] !== 'include')
    return
  }
  const assignment = /^(?:(?:export|override|private)\s+)*([\w.-]+)\s*(\+|\?|::?:?|!)?=\s*(.*)$/.exec(line)
  if (assignment !== null) {
    const [, name = '', operator, value = ''] = assignment
    const before = operator === '+' ? `${reading.variables.get(name) ?? ''} ` : ''
    if (operator !== '?' || !reading.variables.has(name)) reading.variables.set(name, before + value)
    return
  }
  // A rule that only runs in recipes of other shells, or a call that makes rules.
  if (/\$[({](?:eval|call|foreach)\b/.test(line)) {
    reading.open ??= `${path} makes targets with $(eval …) or $(call …)`
    if (!line.replace(/\$[({][^)}]*[)}]/g, '').includes(':')) return
  }
  const colon = ruleColon(line)
  if (colon < 0) return
  // `target: VAR = value` still names a target; `a: b: c` is a static pattern rule.
  const targets = line.slice(0, colon).replace(/&$/, '')
  const through = targets.trim() === '%' ? /^:?\s*([^\s%;$]*)%([^\s%;$]*)\s*(?:;|$)/.exec(line.slice(colon + 1)) : null
  if (through !== null && `${through[1] ?? ''}${through[2] ?? ''}` !== '') {
    reading.through.push([through[1] ?? '', through[2] ?? ''])
    return
  }
  for (const target of expand(reading, path, targets)) addTarget(reading, path, target)
  if (targets.trim() === '.PHONY') for (const target of expand(reading, path, line.slice(colon + 1))) addTarget(reading, path, target)
}

/** Offset of the colon that ends the targets; -1 for another kind of line. */
function ruleColon(line: string): number {
  if (/^(?:ifeq|ifneq|ifdef|ifndef|else|endif|vpath|unexport|export|undefine|load)\b/.test(line)) return -1
  let depth = 0
  for (let at = 0; at < line.length; at++) {
    const char = line[at]
    if (char === '(' || char === '{') depth++
    else if (char === ')' || char === '}') depth--
    else if (char === '=' && depth <= 0) return -1
    else if (char === ':' && depth <= 0 && line[at + 1] !== '=') return at
  }
  return -1
}

function addTarget(reading: Reading, path: string, target: string): void {
  if (target === '.DEFAULT' || target === '%' || target === '%::') reading.open ??= `${path} has a rule for any target`
  else if (target.includes('%')) reading.patterns.push(wildcard(target, '%'))
  else reading.names.add(target.replace(/^\.\//, ''))
}

/** The words of a target list; simple variables are filled in, anything else makes the file open. */
function expand(reading: Reading, path: string, text: string): readonly string[] {
  let expanded = text
  for (let round = 0; round < 5 && expanded.includes('$') && expanded.length < 50_000; round++) {
    expanded = expanded.replace(/\$[({]([\w.-]+)[)}]/g, (whole, name: string) => reading.variables.get(name) ?? whole)
  }
  if (!expanded.includes('$')) return expanded.split(/\s+/).filter(word => word !== '')
  const words: string[] = []
  // A word with an expansion inside: what is written around it is a pattern.
  for (const word of maskExpansions(expanded).split(/\s+/)) {
    if (word === '') continue
    if (word.includes('$')) {
      reading.open ??= `${path} computes target names`
      break
    }
    if (!word.includes('\u0001')) words.push(word)
    else if (word.replaceAll('\u0001', '').length < 2) reading.open ??= `${path} computes target names`
    else reading.patterns.push(wildcard(word.replaceAll('%', '\u0001').replaceAll('\u0001', '%'), '%'))
  }
  return words
}

/** Puts U+0001 in place of every outermost `$(…)` and `${…}`, in one pass; what isn't closed stays. */
function maskExpansions(text: string): string {
  let masked = ''
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const char = text[at]
    if (char === '(' || char === '{') {
      if (depth === 0 && text[at - 1] !== '$') continue
      if (depth === 0) masked += text.slice(from, (from = at - 1))
      depth++
    } else if ((char === ')' || char === '}') && depth > 0 && --depth === 0) {
      masked += maskOf(text.slice(from + 2, Math.min(at, from + 202)))
      from = at + 1
    }
  }
  return masked + text.slice(from)
}

/** What is known of an expansion's words: the prefix or suffix that it adds to each. */
function maskOf(expression: string): string {
  const [, name, affix] = /^(addprefix|addsuffix)\s+([\w./-]+),/.exec(expression) ?? []
  if (affix === undefined) return '\u0001'
  return name === 'addprefix' ? `${affix}\u0001` : `\u0001${affix}`
}

function readInclude(reading: Reading, path: string, written: string, optional: boolean): void {
  const text = written
    .replace(/\$[({](?:dir|realpath|abspath)\s+\$[({](?:lastword|firstword)\s+\$[({]MAKEFILE_LIST[)}][)}][)}]/g, folderOf(path) === '' ? './' : `${folderOf(path)}/`)
    .replace(/\$[({]wildcard\s+([^(){}]*)[)}]/g, '$1')
  let expanded = text
  for (let round = 0; round < 5 && expanded.includes('$') && expanded.length < 20_000; round++) {
    expanded = expanded.replace(/\$[({]([\w.-]+)[)}]/g, (whole, name: string) => reading.variables.get(name) ?? whole)
  }
  for (const word of expanded.split(/\s+/).filter(part => part !== '')) {
    if (word.includes('$')) {
      // Lists of compiler-made dependencies declare no target that anybody types.
      if (!/dep|\.d\b|obj/i.test(word)) reading.open ??= `${path} includes files that are not known here`
      continue
    }
    const found = includedFiles(reading, path, word)
    if (found.length > 0) for (const file of found) readInto(reading, file)
    else if (!optional && !word.endsWith('.d')) reading.open ??= `${path} includes ${word}, which is not in the repository`
  }
}

function includedFiles(reading: Reading, path: string, word: string): readonly string[] {
  const files = reading.repository.source.files
  for (const folder of new Set([reading.folder, folderOf(path), ''])) {
    const file = resolvePath(folder, word)
    if (file === undefined) continue
    if (files.has(file)) return [file]
    if (!/[*?[]/.test(file)) continue
    const matches = picomatch(file)
    const found = [...files.keys()].filter(one => matches(one))
    if (found.length > 0) return found
  }
  return []
}
