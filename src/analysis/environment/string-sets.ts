/** Closed sets of strings that code and configuration declare: unions, enums, zod enums, arrays of strings or of objects with an id, YAML lists. */
import { lineStarts, pointAt } from '../../core/position.ts'

export interface StringSet {
  /** The name that it is declared under; '' when none is seen. */
  readonly name: string
  readonly members: readonly string[]
  /** 1-based. */
  readonly line: number
}

const STRING = String.raw`(?:"[\w .:/-]{1,60}"|'[\w .:/-]{1,60}')`
const UNION = new RegExp(String.raw`(?:\btype\s{1,3}(\w{1,60})\s{0,3}=|\b(\w{1,60})\??:)\s{0,20}\|?\s{0,20}${STRING}(?:\s{0,20}\|\s{0,20}${STRING}){1,40}`, 'g')
const LIST = new RegExp(String.raw`(?:\b(\w{1,60})["']?\s{0,3}(?::[^=\n]{0,60})?[=:]\s{0,3})?(?:\b[\w.]{0,30}(?:enum|picklist|Literal|oneOf|Enum|Set)\b)?\s{0,3}\(?\[\s{0,20}(${STRING}(?:\s{0,20},\s{0,20}${STRING}){1,40})`, 'g')
const ENUM = /\b(?:enum\s{1,3}(\w{1,60})\s{0,3}|class\s{1,3}(\w{1,60})\([\w., ]{0,40}Enum\)\s{0,3}:)\{?((?:\s{0,40}\w{1,60}\s{0,3}=\s{0,3}(?:"[\w .:/-]{1,60}"|'[\w .:/-]{1,60}')\s{0,3},?){2,40})/g
/** An enum whose members have no strings: `enum Channel { LocalDev, Staging }`, in Prisma one in each line. */
const BARE_ENUM = /\benum\s{1,3}(\w{1,60})\s{0,3}\{([^{}"']{3,2000})\}/g
const YAML_LIST = /^[ \t]{0,20}["']?(\w{1,60})["']?:[ \t]{0,5}\r?\n((?:[ \t]{0,20}-[ \t]{1,5}["']?[\w.:/-]{1,60}["']?[ \t]{0,5}(?:\r?\n|$)){2,60})/gm
const OBJECTS = /\b(\w{1,60})["']?\s{0,3}(?::[^=\n]{0,60})?[=:]\s{0,3}\[\s{0,20}\{/g
/** Keys under which an object has its name, the best first. */
const ID_KEYS = ['id', 'key', 'name', 'slug', 'title'] as const
/** Characters of an array of objects that are read. */
const LONGEST_ARRAY = 8000

/** Every set of at least two strings in a source file. */
export function stringSetsOf(text: string): readonly StringSet[] {
  const sets: StringSet[] = []
  let lines: readonly number[] | undefined
  const lineAt = (offset: number): number => pointAt(lines ??= lineStarts(text), offset).line
  const addNames = (name: string, members: readonly string[], offset: number): void => {
    if (members.length >= 2) sets.push({ name, members: [...new Set(members)], line: lineAt(offset) })
  }
  const add = (name: string, written: string, offset: number): void => {
    const members = [...written.matchAll(/["']([^"'\n]{1,60})["']/g)].map(match => match[1] ?? '')
    addNames(name, members, offset)
  }
  for (const match of text.matchAll(UNION)) add(match[1] ?? match[2] ?? '', match[0], match.index)
  for (const match of text.matchAll(LIST)) add(match[1] ?? '', match[2] ?? '', match.index)
  for (const match of text.matchAll(ENUM)) add(match[1] ?? match[2] ?? '', match[3] ?? '', match.index)
  for (const match of text.matchAll(BARE_ENUM)) {
    const members = (match[2] ?? '').replace(/\/\/[^\n]*/g, '').split(/[,\n]/).map(member => member.replace(/=\s*\d+\s*$/, '').trim()).filter(member => member !== '')
    if (members.every(member => /^\w+$/.test(member))) addNames(match[1] ?? '', members, match.index)
  }
  for (const match of text.matchAll(YAML_LIST)) {
    addNames(match[1] ?? '', [...(match[2] ?? '').matchAll(/-[ \t]+["']?([\w.:/-]+)/g)].map(item => item[1] ?? ''), match.index)
  }
  for (const { name, body, offset } of objectArraysOf(text)) {
    for (const key of ID_KEYS) {
      const ids = [...body.matchAll(new RegExp(`["']?\\b${key}["']?\\s{0,3}:\\s{0,3}["']([^"'\\n]{1,60})["']`, 'g'))].map(match => match[1] ?? '')
      if (ids.length < 2) continue
      addNames(name, ids, offset)
      break
    }
  }
  return sets
}

/** Arrays of objects with the text between their brackets; what lies inside of one is not looked at again. */
function* objectArraysOf(text: string): Iterable<{ readonly name: string; readonly body: string; readonly offset: number }> {
  const pattern = new RegExp(OBJECTS)
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = pattern.lastIndex - 1
    let depth = 1
    let at = from
    for (const end = Math.min(text.length, from + LONGEST_ARRAY); at < end && depth > 0; at++) {
      const letter = text[at]
      if (letter === '[') depth++
      else if (letter === ']') depth--
    }
    pattern.lastIndex = Math.max(pattern.lastIndex, at)
    if (depth === 0) yield { name: match[1] ?? '', body: text.slice(from, at - 1), offset: match.index }
  }
}
