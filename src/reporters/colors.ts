/** Text styles, or none. */
export interface Colors {
  bold(text: string): string
  dim(text: string): string
  red(text: string): string
  yellow(text: string): string
  green(text: string): string
}

const style = (enabled: boolean, open: number, close: number) => (text: string): string =>
  enabled ? `\u001b[${String(open)}m${text}\u001b[${String(close)}m` : text

/** Styles for a terminal (`true`) or plain text. */
export function createColors(enabled: boolean): Colors {
  return {
    bold: style(enabled, 1, 22), dim: style(enabled, 2, 22), red: style(enabled, 31, 39),
    yellow: style(enabled, 33, 39), green: style(enabled, 32, 39),
  }
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
