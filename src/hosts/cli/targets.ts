/** Which formats go where. */
import path from 'node:path'
import { UserError } from '../../core/user-error.ts'
import { FORMATS, isFormat, type FormatName } from '../../reporters/formats.ts'

/** One report to write. */
export interface Target {
  readonly format: FormatName
  /** As it was written; `undefined` is stdout. */
  readonly file: string | undefined
}

/** A `--format` or `--output` as it stands on the command line. */
export interface TargetWord {
  readonly flag: 'format' | 'output'
  readonly value: string
}

/**
 * Reads targets: every `--output` belongs to the `--format` before it. One format with one output may stand in any order, and an
 * output alone is of text.
 * @param words in the order of the command line; formats that exist
 * @throws UserError for what contradicts itself
 */
export function readTargets(words: readonly TargetWord[]): readonly Target[] {
  const formats = words.flatMap(({ flag, value }) => (flag === 'format' && isFormat(value) ? [value] : []))
  const files = words.flatMap(({ flag, value }) => (flag === 'output' ? [value] : []))
  const targets = formats.length <= 1 && files.length <= 1 ? [{ format: formats[0] ?? 'text', file: files[0] }] : inOrder(words)
  refuseContradictions(targets)
  return targets
}

function inOrder(words: readonly TargetWord[]): readonly Target[] {
  const targets: Target[] = []
  for (const { flag, value } of words) {
    const last = targets.at(-1)
    if (flag === 'format' && isFormat(value)) targets.push({ format: value, file: undefined })
    else if (last === undefined) throw new UserError(`--output ${value} stands before every --format. Put it behind the format that it is for.`)
    else if (last.file !== undefined) throw new UserError(`--output ${last.file} and --output ${value} both follow --format ${last.format}. Give each a --format of its own.`)
    else targets.splice(-1, 1, { ...last, file: value })
  }
  return targets
}

function refuseContradictions(targets: readonly Target[]): void {
  const [first, second] = targets.filter(({ file }) => file === undefined)
  if (first !== undefined && second !== undefined) {
    throw new UserError(`--format ${first.format} and --format ${second.format} would both be printed. Put an --output behind one of them.`)
  }
  const seen = new Map<string, Target>()
  for (const target of targets) {
    if (target.file === undefined) continue
    const before = seen.get(path.resolve(target.file))
    if (before !== undefined) throw new UserError(`--output ${target.file} is given for ${before.format} and for ${target.format}. Name a file for each.`)
    seen.set(path.resolve(target.file), target)
  }
}

/**
 * Holds targets against what is to be shown.
 * @throws UserError for a format that can't list claims
 */
export function refuseForClaims(targets: readonly Target[]): void {
  const stranger = targets.find(({ format }) => !FORMATS[format].listsClaims)
  if (stranger === undefined) return
  const able = Object.entries(FORMATS).filter(([, { listsClaims }]) => listsClaims).map(([name]) => name)
  throw new UserError(`references are listed as ${[able.slice(0, -1).join(', '), able.at(-1)].join(' or ')}, not as ${stranger.format}. Use check for --format ${stranger.format}.`)
}
