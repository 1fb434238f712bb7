/** "Last verified: 2026-05-07": when somebody last held a text against the world. */
import type { Document } from '../../core/document.ts'
import { outlineOf } from '../outline/outline.ts'

export interface Verification {
  /** `verified`, `updated`, `reviewed` …, lower case. */
  readonly verb: string
  /** First and last day that the date can mean, as days since 1970 (UTC): a month is many. `undefined` for a day that no calendar has. */
  readonly days: readonly [first: number, last: number] | null
  /** 0-based UTF-16 offsets of the words and the date. */
  readonly start: number
  readonly end: number
  /** Paths that the section (under the first title: the document) cites, as written. */
  readonly cited: readonly string[]
}

const VERBS = 'verified|updated|reviewed|checked|tested|modified|revised|validated|audited|confirmed'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
const DATE = `(?:(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})|(${MONTH})\\.?\\s(\\d{1,2})(?:st|nd|rd|th)?,?\\s(\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?\\s(${MONTH})\\.?,?\\s(\\d{4})|(${MONTH})\\.?,?\\s(\\d{4})|(\\d{4})-(\\d{2}))(?![\\w/]|-\\d)`
const SAID = new RegExp(`\\blast[ _-]?(${VERBS})(?:[ _-](?:on|at|date|in))?["'*_\`:=\\s]{1,8}${DATE}`, 'gi')

/** More paths than these make a document about everything. */
const MOST_CITED = 60

/** Every statement of that kind outside of code. */
export function verificationsIn(document: Document): readonly Verification[] {
  if (!/\blast[ _-]?[a-z]{6,9}/i.test(document.text)) return []
  const found: Verification[] = []
  for (const match of document.text.matchAll(SAID)) {
    const start = match.index
    const end = start + match[0].length
    if (document.nodes('code').some(node => node.start <= start && start < node.end)) continue
    found.push({ verb: (match[1] ?? '').toLowerCase(), days: daysOf(match), start, end, cited: citedIn(document, start) })
  }
  return found
}

function daysOf([, , year, month, day, named1, day1, year1, day2, named2, year2, named3, year3, year4, month4]: RegExpMatchArray): Verification['days'] {
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day))
  if (year1 !== undefined) return dayOf(Number(year1), monthNumber(named1), Number(day1))
  if (year2 !== undefined) return dayOf(Number(year2), monthNumber(named2), Number(day2))
  const [fullYear, fullMonth] = year3 !== undefined ? [Number(year3), monthNumber(named3)] : [Number(year4), Number(month4)]
  if (fullMonth < 1 || fullMonth > 12) return null
  return [Date.UTC(fullYear, fullMonth - 1, 1) / DAY, Date.UTC(fullYear, fullMonth, 0) / DAY]
}

const DAY = 86_400_000

function dayOf(year: number, month: number, day: number): Verification['days'] {
  const time = Date.UTC(year, month - 1, day)
  const back = new Date(time)
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null
  return [time / DAY, time / DAY]
}

function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
}

/** Days since 1970 as a date: 2026-05-07. */
export function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10)
}

function citedIn(document: Document, offset: number): readonly string[] {
  const section = outlineOf(document).at(offset)
  const [from, to] = section.depth < 2 ? [0, document.text.length] : [section.start, section.end]
  const cited = new Set<string>()
  for (const node of document.nodes('inlineCode')) {
    if (node.start >= from && node.end <= to && /^[\w.@-]+(?:\/[\w.@[\]()-]+)+$/.test(node.value) && node.value.length < 200) cited.add(node.value)
  }
  for (const node of document.nodes('link')) {
    const path = node.url.replace(/[?#].*$/, '')
    if (node.start >= from && node.end <= to && path !== '' && !/^[a-z][\w+.-]*:|^\/\//i.test(path)) cited.add(path)
  }
  return [...cited].slice(0, MOST_CITED)
}
