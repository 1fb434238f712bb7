/** The last pass over a page: no text of a document may show itself as something else than it is. */
import type { Nodes, Properties } from 'hast'
import { wellFormed } from '../uri.ts'

/** Characters that turn the direction of what follows: a reader would see another text than git has. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g
// eslint-disable-next-line no-control-regex -- HTML can't hold these
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g

/** Text as a page may hold it: direction marks by their names, what HTML can't hold as U+FFFD. */
export function shownText(text: string): string {
  return wellFormed(text).replace(UNWRITABLE, '\ufffd').replace(TURNING, mark => `⟨U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
}

/** Makes every text and attribute of a tree fit to be shown, in place; styles and scripts are ours and stay. */
export function cleanTree(tree: Nodes): void {
  if (tree.type === 'text') tree.value = shownText(tree.value)
  if (tree.type === 'element') {
    if (tree.tagName === 'style' || tree.tagName === 'script') return
    cleanProperties(tree.properties)
  }
  if ('children' in tree) for (const child of tree.children) cleanTree(child)
}

function cleanProperties(properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) if (typeof value === 'string') properties[name] = shownText(value)
}
