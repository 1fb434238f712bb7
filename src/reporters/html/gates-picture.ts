/** The numbered parts of a document (gates, phases, steps) as a line with a station for each. */
import type { Element, ElementContent } from 'hast'
import { h, s } from 'hastscript'
import { outlineOf } from '../../analysis/outline/outline.ts'
import { sequencesOf, type Sequence } from '../../analysis/outline/sequences.ts'
import type { Document } from '../../core/document.ts'
import { SIGNS, tallyText, worstOf, type Claim, type Status } from './claims.ts'

/** Pixels from station to station. */
const STEP = 64
/** A longer sequence is a table of contents. */
const MOST_STATIONS = 40
const MOST_PICTURES = 6

interface Station {
  readonly number: string
  readonly title: string
  readonly anchor: string | undefined
  /** `undefined` where nothing is claimed. */
  readonly status: Status | undefined
  readonly told: string
}

/**
 * A picture for each sequence of numbered headings.
 * @param anchors ids of headings by their offsets
 * @param prefix of ids of the document
 */
export function gatePictures(document: Document, claims: readonly Claim[], anchors: ReadonlyMap<number, string>, prefix: string): readonly Element[] {
  return sequencesOf(document)
    .filter(({ kind, word, items }) => kind === 'heading' && word !== '' && items.length >= 2 && items.length <= MOST_STATIONS)
    .slice(0, MOST_PICTURES)
    .map((sequence, index) => picture(sequence, stationsOf(document, sequence, claims, anchors), `${prefix}s${String(index)}`))
}

/** A station's claims stand in its section, and in every row and item of the document that has the same number. */
function stationsOf(document: Document, sequence: Sequence, claims: readonly Claim[], anchors: ReadonlyMap<number, string>): readonly Station[] {
  const sections = new Map(outlineOf(document).sections.map(section => [section.node, section]))
  const others = sequencesOf(document).filter(({ kind, word }) => kind !== 'heading' && word === sequence.word).flatMap(({ items }) => items)
  return sequence.items.map(({ node, written, title }) => {
    const ranges = [sections.get(node) ?? node, ...others.filter(other => other.written === written).map(other => other.node)]
    const own = claims.filter(({ reference: { start } }) => ranges.some(range => start >= range.start && start < range.end))
    return { number: written, title, anchor: anchors.get(node.start), told: tallyText(own), status: own.length === 0 ? undefined : worstOf(own) }
  })
}

function picture({ word }: Sequence, stations: readonly Station[], id: string): Element {
  const name = `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}s in their order`
  const width = stations.length * STEP
  const told = stations.map(({ number, status, told: counts }) => `${word} ${number}: ${status === undefined ? 'no claim' : counts}`).join('; ')
  return h('figure', { className: ['gates'] }, [
    h('figcaption', name),
    h('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: `Picture: ${name}` }, [
      s('svg', { role: 'img', 'aria-labelledby': `${id}t ${id}d`, 'width': width, 'height': 72, 'viewBox': `0 0 ${String(width)} 72` }, [
        s('title', { id: `${id}t` }, name), s('desc', { id: `${id}d` }, `${told}.`),
        s('line', { className: ['track'], x1: STEP / 2, y1: 24, x2: width - STEP / 2, y2: 24 }),
        ...stations.flatMap((station, index) => drawn(station, STEP / 2 + index * STEP)),
      ]),
    ]),
    h('ol', stations.map(({ number, title, anchor, status, told: counts }) => h('li', [
      anchor === undefined ? h('span', `${number}. ${title}`) : h('a', { href: `#${anchor}` }, `${number}. ${title}`), ' ',
      h('span', { className: ['verdict', ...(status === undefined ? [] : [status])] }, counts),
    ]))),
  ])
}

function drawn({ number, status }: Station, x: number): ElementContent[] {
  const sign = status === undefined ? '–' : SIGNS[status].sign
  return [
    s('circle', { className: ['station', status ?? 'empty'], cx: x, cy: 24, r: 16 }),
    s('text', { className: ['number'], x, y: 29, 'text-anchor': 'middle' }, number),
    s('text', { className: ['sign', status ?? 'empty'], x, y: 62, 'text-anchor': 'middle' }, sign),
  ]
}
