/** Text styles. */
import picocolors from 'picocolors'

export type Colors = ReturnType<typeof picocolors.createColors>

/** Styles for a terminal (`true`) or plain text. */
export function createColors(enabled: boolean): Colors {
  return picocolors.createColors(enabled)
}

/**
 * Whether to style what is written to a stream, by the conventions of no-color.org and force-color.org.
 * @param isTerminal whether the stream is a terminal
 */
export function wantsColors(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const force = environment['FORCE_COLOR']
  if ((environment['NO_COLOR'] ?? '') !== '') return false
  if (force !== undefined) return force !== '0' && force !== 'false'
  return isTerminal && environment['TERM'] !== 'dumb'
}
