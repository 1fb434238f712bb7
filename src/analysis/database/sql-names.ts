/** Names in SQL that somebody may have computed. */
import { HOLE } from './handle.ts'

/** A name, or `undefined` where a part of it is computed. */
export function knownName(name: string | undefined): string | undefined {
  return name?.includes(HOLE) === true ? undefined : name
}

/** Columns without repetitions, or `undefined` where one of them is computed: then nobody can say which are written. */
export function knownColumns(names: readonly string[]): readonly string[] | undefined {
  return names.some(name => knownName(name) === undefined) ? undefined : [...new Set(names)]
}
