/** Puts every claim of a document where it is made in the rendered text: the words underlined, one mark behind them. */
import type { Element, ElementContent, Text } from 'hast'
import { h } from 'hastscript'
import { addTo } from '../../core/multimap.ts'
import { leadingCount } from '../../core/leading.ts'
import { worstOf, type Claim } from './claims.ts'
import { contentsOfCode, mapToSource } from './source-map.ts'

/** A claim about more text than this (UTF-16 units) is marked where it begins. */
const LONGEST_MARKED = 1500

/** A piece of rendered text and where it comes from. */
interface Atom {
  readonly text: Text
  readonly parent: Element
  readonly start: number
  readonly end: number
  /** The link, image or inline code around it: marks stand behind, because a link can't hold links. */
  readonly outer: Element | undefined
  readonly outerParent: Element
  /** Whether it stands for its source as a whole: the name of an image. */
  readonly whole: boolean
}

/** A part of an atom that claims are about; indexes into its text. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly claim: Claim
  /** Whether the claim's mark follows. */
  readonly last: boolean
}

/** Makes the marks of the claims that end in one place. */
export type MarkGroup = (claims: readonly Claim[]) => Element

/**
 * Marks claims, each exactly once.
 * @param root holds the rendered blocks of the document; changed in place
 * @param claims of the document, in the order of their places
 * @param source the document's text
 * @param markGroup what stands behind the words of claims
 */
export function placeMarks(root: Element, claims: readonly Claim[], source: string, markGroup: MarkGroup): void {
  const atoms = atomsOf(root)
  const stretches = new Map<Atom, Stretch[]>()
  const left: Claim[] = []
  for (const claim of claims) {
    const places = placesOf(claim, atoms, source)
    if (places.length === 0) left.push(claim)
    places.forEach(({ atom, from, to }, index) => { addTo(stretches, atom, { from, to, claim, last: index === places.length - 1 }) })
  }
  const pieces: Replacements = new Map()
  const behind = new Map<ElementContent, Claim[]>()
  for (const [atom, list] of stretches) pieces.set(atom.text, split(atom, list, markGroup, behind))
  for (const [outer, marked] of behind) pieces.set(outer, [outer, markGroup(marked)])
  const parents = new Set([...stretches.keys()].flatMap(atom => [atom.parent, atom.outerParent]))
  for (const parent of parents) parent.children = parent.children.flatMap(child => pieces.get(child) ?? child)
  placeBeside(root, placeAtItems(root, left, markGroup), source, markGroup)
}

function atomsOf(root: Element): readonly Atom[] {
  const atoms: Atom[] = []
  const walk = (parent: Element, around: Pick<Atom, 'outer' | 'outerParent'> | undefined): void => {
    for (const child of parent.children) {
      if (child.type === 'text') {
        const place = (child.position ?? (parent.tagName === 'code' ? parent.position : undefined))
        const start = place?.start.offset
        const end = place?.end.offset
        if (start === undefined || end === undefined || child.value === '') continue
        atoms.push({ text: child, parent, start, end, outer: around?.outer, outerParent: around?.outerParent ?? parent, whole: hasClass(parent, 'image') })
      } else if (child.type === 'element') {
        walk(child, around ?? (isTight(child, parent) ? { outer: child, outerParent: parent } : undefined))
      }
    }
  }
  walk(root, undefined)
  return atoms.sort((a, b) => a.start - b.start)
}

/** Whether an element is one piece to a reader, behind which its marks stand. */
function isTight(element: Element, parent: Element): boolean {
  return element.tagName === 'a' || (element.tagName === 'code' && parent.tagName !== 'pre') || hasClass(element, 'link') || hasClass(element, 'image')
}

function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties
  return Array.isArray(className) && className.includes(name)
}

interface Part {
  readonly atom: Atom
  readonly from: number
  readonly to: number
}

/** The rendered text of a claim: what it covers, or all of the link or image whose address it is. */
function placesOf({ reference }: Claim, atoms: readonly Atom[], source: string): readonly Part[] {
  const { start, end } = reference
  if (end <= start) return []
  const long = end - start > LONGEST_MARKED
  const parts: Part[] = []
  for (let index = firstEndingBehind(atoms, start); index < atoms.length; index++) {
    const atom = atoms[index]
    if (atom === undefined || atom.start >= end) break
    const part = partOf(atom, start, end, source)
    if (part !== undefined) parts.push(part)
    if (long && parts.length > 0) break
  }
  if (parts.length > 0) return parts
  return insideOf(atoms, start, end)
}

/** Atoms do not overlap, so their ends grow as their starts do. */
function firstEndingBehind(atoms: readonly Atom[], offset: number): number {
  return leadingCount(atoms, atom => atom.end <= offset)
}

const maps = new WeakMap<Text, (index: number) => number>()

function partOf(atom: Atom, start: number, end: number, source: string): Part | undefined {
  const { length } = atom.text.value
  if (atom.whole) return { atom, from: 0, to: length }
  let sourceAt = maps.get(atom.text)
  if (sourceAt === undefined) {
    const from = atom.parent.tagName === 'code' ? contentsOfCode(source, atom.start, atom.end) : atom.start
    sourceAt = mapToSource(atom.text.value, source, from, atom.end)
    maps.set(atom.text, sourceAt)
  }
  const from = firstAt(sourceAt, length, start)
  let to = firstAt(sourceAt, length, end)
  // The line break that ends every code block is nobody's claim.
  while (to > from && atom.text.value[to - 1] === '\n') to--
  return to > from ? { atom, from, to } : undefined
}

/** The first index whose place in the source is not before an offset. */
function firstAt(sourceAt: (index: number) => number, length: number, offset: number): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sourceAt(middle) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** For a claim in the address of a link: the words of the link. */
function insideOf(atoms: readonly Atom[], start: number, end: number): readonly Part[] {
  const holds = (place: Element['position']): boolean => (place?.start.offset ?? Infinity) <= start && (place?.end.offset ?? -1) >= end
  // The address stands behind the words: the last atom that starts before the claim is one of them.
  let at = firstEndingBehind(atoms, start) - 1
  const last = atoms[at]
  if (last === undefined) return []
  const link = last.outer
  if (!holds(link?.position)) return []
  const parts: Part[] = []
  for (; at >= 0; at--) {
    const atom = atoms[at]
    if (atom === undefined || atom.outer !== link) break
    parts.unshift({ atom, from: 0, to: atom.text.value.length })
  }
  return parts
}

/** What takes the place of a node. */
type Replacements = Map<ElementContent, ElementContent[]>

/**
 * Cuts an atom at the ends of its stretches.
 * @param behind gets the claims whose marks stand behind the link or code around the atom
 * @returns what takes its place
 */
function split(atom: Atom, stretches: readonly Stretch[], markGroup: MarkGroup, behind: Map<ElementContent, Claim[]>): ElementContent[] {
  const { value } = atom.text
  const starts = new Map<number, Claim[]>()
  const ends = new Map<number, Stretch[]>()
  for (const stretch of stretches) {
    addTo(starts, stretch.from, stretch.claim)
    addTo(ends, stretch.to, stretch)
  }
  const bounds = [...new Set([0, ...starts.keys(), ...ends.keys(), value.length])].sort((a, b) => a - b)
  const open = new Set<Claim>()
  const pieces: ElementContent[] = []
  bounds.forEach((bound, index) => {
    const done = ends.get(bound) ?? []
    for (const { claim } of done) open.delete(claim)
    const marked = done.filter(stretch => stretch.last).map(stretch => stretch.claim)
    if (marked.length > 0) {
      if (atom.outer === undefined) pieces.push(markGroup(marked))
      else for (const claim of marked) addTo(behind, atom.outer, claim)
    }
    for (const claim of starts.get(bound) ?? []) open.add(claim)
    const piece = value.slice(bound, bounds[index + 1] ?? value.length)
    if (piece === '') return
    pieces.push(open.size === 0 ? { type: 'text', value: piece } : h('span', { className: ['c', worstOf(open)] }, piece))
  })
  return pieces
}

/** Claims about the number of a list item: browsers draw it, so the mark is the first thing behind it. @returns the other claims */
function placeAtItems(root: Element, claims: readonly Claim[], markGroup: MarkGroup): readonly Claim[] {
  if (claims.length === 0) return claims
  const items = new Map<number, Element>()
  const walk = (element: Element): void => {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'li' && child.position?.start.offset !== undefined) items.set(child.position.start.offset, child)
      walk(child)
    }
  }
  walk(root)
  const marked = new Map<Element, Claim[]>()
  const others = claims.filter((claim) => {
    const item = claim.reference.end > claim.reference.start ? items.get(claim.reference.start) : undefined
    if (item !== undefined) addTo(marked, item, claim)
    return item === undefined
  })
  for (const [item, list] of marked) {
    const paragraph = item.children.find(child => child.type === 'element' && child.tagName === 'p')
    const holder = paragraph?.type === 'element' ? paragraph : item
    holder.children.unshift(markGroup(list), { type: 'text', value: ' ' })
  }
  return others
}

/** Claims that no rendered text shows, in a list behind the block in which, or behind which, they stand. */
function placeBeside(root: Element, claims: readonly Claim[], source: string, markGroup: MarkGroup): void {
  const lists = new Map<ElementContent | undefined, Claim[]>()
  const blocks = root.children.filter(child => child.position?.start.offset !== undefined)
  for (const claim of claims) {
    const block = blocks.findLast(child => (child.position?.start.offset ?? 0) <= claim.reference.start)
    addTo(lists, block, claim)
  }
  for (const [block, list] of lists) {
    const items = list.map((claim) => {
      const { start, end, line, subject } = claim.reference
      const words = (source.slice(start, end) || subject).trim().slice(0, 200)
      return h('li', [`Line ${String(line)}: `, h('code', h('span', { className: ['c', claim.status] }, words === '' ? 'nothing written' : words)), markGroup([claim])])
    })
    const beside = h('ul', { className: ['beside'], ariaLabel: 'Claims that the rendered text does not show' }, items)
    root.children.splice(block === undefined ? 0 : root.children.indexOf(block) + 1, 0, beside)
  }
}
