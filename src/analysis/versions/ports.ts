/** Ports that a document states: "listens on port 3000", `http://localhost:3000`, "`PORT` (default `3000`)", `| PORT | 3000 |`. */
import type { Document } from '../../core/document.ts'
import { closest, type MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { tablesOf } from '../outline/table.ts'
import { sentenceAround, surroundingsOf } from '../wording.ts'
import { isExcusedSection } from './context.ts'
import { plainView } from './plain-view.ts'
import type { PortTarget } from './target.ts'

const ADDRESS = /\b(?:localhost|127\.0\.0\.1|0\.0\.0\.0):(\d{2,5})\b/g
const LISTENS = /\b(?:listen(?:s|ing)?|serv(?:es?|ed|ing)|runs?|running|starts?|started|available|reachable|accessible|expose[sd]?|binds?|bound)\b[^.\n]{0,60}?\bport\s{1,3}(\d{2,5})\b/gi
const DEFAULTED = /\bPORT\b[^.\n]{0,40}?\bdefaults?\b[^.\n\d]{0,20}?(\d{2,5})\b/g
/** The words say that this project's service is there. */
const OURS = /\b(?:open|visit|browse|navigate|available|reachable|accessible|running|runs|serves|served|listens|listening|starts|started|live|go to|see the (?:app|site|result))\b/i
const SERVICES = /\b(?:postgres\w*|redis|mysql|mariadb|mongo\w*|grafana|prometheus|minio|mail\w*|smtp|jaeger|zipkin|otlp|collector|kafka|rabbit\w*|elastic\w*|kibana|storybook|ollama|proxy|debug\w*|inspector?|tunnel|ssh|emulators?|anvil|hardhat|rpc|registry|sample|examples?|e\.g|demo|if|your own|another|other|conflict\w*|already in use|in use|instead|change|different|mock\w*|fake|studio|adminer|pgadmin|port[- ]?forward\w*|forward\w*|kubectl)\b/i
/** Ports that well-known services are at home on: a document that names one hardly means ours. */
const ELSEWHERE = new Set([
  22, 25, 53, 80, 443, 1025, 1433, 2181, 2375, 2379, 3306, 4222, 4317, 4318, 4566, 5432, 5433, 5672, 6379, 8025, 8200, 8500, 9000, 9090, 9092,
  9200, 9229, 9411, 11211, 11434, 15672, 16686, 27017,
])

/** In UTF-16 units; a longer paragraph is no text, and a real document has few ports. */
const LONGEST_PARAGRAPH = 5000
const MOST_CLAIMS = 500

/** Every port that a sentence, a table row or an address in inline code states. */
export function* portsIn(document: Document): Iterable<Mention<PortTarget>> {
  if (!/\bport\b|localhost:|127\.0\.0\.1:|0\.0\.0\.0:/i.test(document.text)) return
  const seen = new Set<string>()
  for (const node of document.nodes('paragraph')) {
    const slice = document.text.slice(node.start, node.end)
    if (slice.length > LONGEST_PARAGRAPH || seen.size > MOST_CLAIMS || closest(node, 'table') !== undefined || !/\d{2}/.test(slice)) continue
    const view = plainView(slice)
    for (const match of [...view.matchAll(LISTENS), ...view.matchAll(DEFAULTED)]) {
      yield* claim(document, node, seen, node.start + match.index + match[0].length, match[1] ?? '', true)
    }
    // Destinations of links are blank in the view.
    for (const match of slice.matchAll(ADDRESS)) {
      const end = node.start + match.index + match[0].length
      yield* claim(document, node, seen, end, match[1] ?? '', OURS.test(sentenceAround(document, node, end, end)))
    }
  }
  for (const table of tablesOf(document)) {
    for (const row of table.rows.slice(0, MOST_CLAIMS)) {
      const [name, ...rest] = row.cells
      if (name === undefined || !/^(?:PORT|port|http port|server port)$/i.test(name.text)) continue
      const value = rest.find((cell, index) => /^\d{2,5}$/.test(cell.text) && /^(?:defaults?(?: value)?|value|port|)$/i.test(table.head[index + 1]?.text ?? ''))
      if (value === undefined) continue
      const end = document.text.indexOf(value.text, value.start) + value.text.length
      yield* claim(document, row.node, seen, end, value.text, true)
    }
  }
}

function* claim(document: Document, node: MarkdownNode, seen: Set<string>, end: number, digits: string, own: boolean): Iterable<Mention<PortTarget>> {
  const port = Number(digits)
  const start = end - digits.length
  // A link's text and its destination are one claim.
  const key = `${String(node.start)}:${digits}`
  if (port > 65_535 || seen.has(key) || isExcusedSection(document, start)) return
  seen.add(key)
  const around = surroundingsOf(document, node, start, end)
  if (around.struck || around.section !== undefined || around.sentence === 'removed') return
  const sure = own && !ELSEWHERE.has(port) && around.sentence !== 'example' && around.sentence !== 'conditional' && around.sentence !== 'if-present' && !SERVICES.test(sentenceAround(document, node, start, end))
  yield { start, end, target: { kind: 'port', port, own: sure } }
}
