/** Links in a terminal (OSC 8). */
import { wantsColors } from './colors.ts'

/** Makes a text a link; without an address, or where nothing shows links, it stays as it is. */
export type Link = (text: string, url: string | undefined) => string

/** Links for a terminal that shows them (`true`), or plain text. URLs are to be percent-encoded. */
export function createLink(enabled: boolean): Link {
  return (text, url) => (enabled && url !== undefined ? `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\` : text)
}

/**
 * Whether what is written to a stream may hold links. `FORCE_HYPERLINK` decides where it is set; otherwise it takes a terminal
 * that is known to show them, no CI, and nobody who wants plain text.
 * @param isTerminal whether the stream is a terminal
 */
export async function wantsHyperlinks(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): Promise<boolean> {
  const force = environment['FORCE_HYPERLINK'] ?? ''
  if (force !== '') return force !== '0' && force !== 'false'
  if (!isTerminal || (environment['CI'] ?? '') !== '' || !wantsColors(isTerminal, environment)) return false
  const { terminalShowsLinks } = await import('./terminal-links.ts')
  return terminalShowsLinks()
}
