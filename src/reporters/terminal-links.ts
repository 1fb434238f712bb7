/** Which terminals show links. A module of its own, so that a run that writes to a file or a pipe does not even read it. */
import { createSupportsHyperlinks } from 'supports-hyperlinks'

/** Whether the terminal of this process is known to show links. */
export function terminalShowsLinks(): boolean {
  return createSupportsHyperlinks({ isTTY: true })
}
