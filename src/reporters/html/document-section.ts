/** One document as it reads, with its pictures and every claim marked. */
import type { Element } from 'hast'
import { h } from 'hastscript'
import { createDocument } from '../../core/document.ts'
import { tallyText, type Claim } from './claims.ts'
import { gatePictures } from './gates-picture.ts'
import { markGroup } from './marks.ts'
import { matrixPictures } from './matrix-picture.ts'
import { placeMarks } from './place-marks.ts'
import { renderMarkdown } from './to-hast.ts'

export interface ShownDocument {
  readonly path: string
  /** Id of its section, and the beginning of all ids in it. */
  readonly id: string
  readonly claims: readonly Claim[]
  readonly strict: boolean
}

/**
 * Renders a document.
 * @param text without a byte order mark
 * @param next id of what follows, for readers who want to pass it by
 */
export function documentSection({ path, id, claims, strict }: ShownDocument, text: string, next: string): Element {
  const document = createDocument(path, text)
  const prefix = `${id}-`
  const offsets = claims.map(({ reference: { start } }) => start).sort((a, b) => a - b)
  const { children, anchors } = renderMarkdown(document, prefix, (start, end) => offsets.some(offset => offset >= start && offset < end))
  const article = h('div', { className: ['document'], dataRove: 'true' }, children)
  placeMarks(article, claims, document.text, markGroup)
  for (const table of tablesIn(article)) wrapTable(table)
  return h('article', { id, ariaLabelledBy: `${id}-name` }, [
    h('header', [
      h('h3', { id: `${id}-name` }, [h('span', { className: ['path'] }, path)]),
      h('p', { className: ['tally'] }, [strict ? 'Strict. ' : '', `${tallyText(claims)}. `, h('a', { className: ['skip'], href: `#${next}` }, 'Skip this document')]),
    ]),
    ...gatePictures(document, claims, anchors, prefix),
    ...matrixPictures(document, claims, prefix),
    article,
  ])
}

function tablesIn(element: Element, found: Element[] = []): readonly Element[] {
  for (const child of element.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table') found.push(child)
    else tablesIn(child, found)
  }
  return found
}

/** A table that is wider than the page scrolls by itself, also by keyboard. */
function wrapTable(table: Element): void {
  const inner: Element = { ...table }
  Object.assign(table, h('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table of the document' }, [inner]))
}
