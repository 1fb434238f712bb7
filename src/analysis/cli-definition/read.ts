/** From the files of a program to what its argument parser accepts. */
import { readCac } from './cac.ts'
import { readCitty } from './citty.ts'
import { readCommander } from './commander.ts'
import type { CliDefinition, DefinitionDraft } from './definition.ts'
import { readParseArgs } from './parse-args.ts'
import { parseModule, type Syntax } from '../program/syntax.ts'
import { readYargs } from './yargs.ts'

type Reader = (program: Syntax, draft: DefinitionDraft) => void

/** How each library is recognised and read. */
const LIBRARIES: readonly { readonly name: string; readonly mark: RegExp; readonly read: Reader }[] = [
  { name: 'commander', mark: /["'](?:commander|@commander-js\/extra-typings)["']/, read: readCommander },
  { name: 'yargs', mark: /["']yargs(?:\/yargs)?["']/, read: readYargs },
  { name: 'cac', mark: /["']cac["']/, read: readCac },
  { name: 'citty', mark: /["']citty["']/, read: readCitty },
  { name: 'util.parseArgs', mark: /\bparseArgs\b/, read: readParseArgs },
]
/** Other parsers, and arguments read by hand: then the definition is not the whole truth. */
const OTHER_PARSER = /["'](?:minimist|mri|meow|arg|sade|clipanion|oclif|@oclif\/core|cleye|getopts|command-line-args|yargs-parser|caporal|vorpal|cmd-ts|gunshi|@effect\/cli|ink|nopt)["']|process\.argv(?:\.(?:slice\([^)]*\)\.)?(?:includes|indexOf|find|some|filter|shift|at)\b|(?:\.slice\([^)]*\))?\[)/
const MARKS = /\.(?:options?|command|requiredOption|addOption|addCommand|alias|argument)\s*\(|\bnew Option\b|\bdefineCommand\b|\bparseArgs\b/

/** A source file of the program. */
export interface CliFile {
  readonly path: string
  readonly text: string
}

/**
 * Reads a definition.
 * @param files all files that belong to the program
 * @returns `undefined` when no known library parses its arguments
 */
export function readDefinition(files: readonly CliFile[]): CliDefinition | undefined {
  const libraries = LIBRARIES.filter(library => files.some(file => library.mark.test(file.text)))
  const [library] = libraries
  if (library === undefined) return undefined
  const draft: DefinitionDraft = { flags: new Set(), commands: new Set(), takesArguments: false, open: undefined }
  if (libraries.length > 1) draft.open = 'several argument parsers are used'
  for (const file of files) {
    if (OTHER_PARSER.test(file.text)) draft.open ??= `${file.path} reads arguments in another way`
    if (!MARKS.test(file.text)) continue
    const program = file.text.length > 400_000 ? undefined : parseModule(file.path, file.text)
    if (program === undefined) draft.open ??= `${file.path} can't be parsed`
    else library.read(program, draft)
  }
  return { library: library.name, ...draft }
}
