/** Closed sets of strings that code declares: unions, enums, zod enums, constant arrays, Python literals. */

export interface StringSet {
  /** The name that it is declared under; '' when none is seen. */
  readonly name: string
  readonly members: readonly string[]
  /** 1-based. */
  readonly line: number
}

const STRING = String.raw`(?:"[\w .:/-]{1,60}"|'[\w .:/-]{1,60}')`
const UNION = new RegExp(String.raw`(?:\btype\s{1,3}(\w{1,60})\s{0,3}=|\b(\w{1,60})\??:)\s{0,20}\|?\s{0,20}${STRING}(?:\s{0,20}\|\s{0,20}${STRING}){1,40}`, 'g')
const LIST = new RegExp(String.raw`(?:\b(\w{1,60})\s{0,3}(?::[^=\n]{0,60})?[=:]\s{0,3})?(?:\b[\w.]{0,30}(?:enum|picklist|Literal|oneOf|Enum|Set)\b)?\s{0,3}\(?\[\s{0,20}(${STRING}(?:\s{0,20},\s{0,20}${STRING}){1,40})`, 'g')
const ENUM = /\b(?:enum\s{1,3}(\w{1,60})\s{0,3}|class\s{1,3}(\w{1,60})\([\w., ]{0,40}Enum\)\s{0,3}:)\{?((?:\s{0,40}\w{1,60}\s{0,3}=\s{0,3}(?:"[\w .:/-]{1,60}"|'[\w .:/-]{1,60}')\s{0,3},?){2,40})/g

/** Every set of at least two strings in a source file. */
export function stringSetsOf(text: string): readonly StringSet[] {
  const sets: StringSet[] = []
  const add = (name: string, written: string, offset: number): void => {
    const members = [...written.matchAll(/["']([^"'\n]{1,60})["']/g)].map(match => match[1] ?? '')
    if (members.length >= 2) sets.push({ name, members: [...new Set(members)], line: lineAt(text, offset) })
  }
  for (const match of text.matchAll(UNION)) add(match[1] ?? match[2] ?? '', match[0], match.index)
  for (const match of text.matchAll(LIST)) add(match[1] ?? '', match[2] ?? '', match.index)
  for (const match of text.matchAll(ENUM)) add(match[1] ?? match[2] ?? '', match[3] ?? '', match.index)
  return sets
}

function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}
