/** Routes that a document speaks of: `GET /api/users/:id`, and the addresses that `curl` calls. */
import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { commandsOf, type ShellCommand } from '../shell/commands.ts'
import { surroundingsOf, type Wording } from '../wording.ts'

/** Plain JSON. */
export interface RouteTarget {
  /** Upper case; `null` when the text does not say one. */
  readonly method: string | null
  /** Begins with a slash; without query, fragment and a slash at its end. */
  readonly path: string
  /** The host as written (`localhost:3000`, `$BASE_URL`), or `null` for none. */
  readonly host: string | null
  readonly wording?: Wording
  readonly section?: 'removed' | 'planned'
  readonly struck?: true
}

const METHOD_PATH = /^\s*(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+((?:https?:\/\/[^\s/]{1,100})?\/[^\s?#'"`|,;]{0,300})/
const IN_TEXT = /(?:^|[\s(>*|])(GET|POST|PUT|PATCH|DELETE)\s+(\/[\w{}:$[\]<>.~@*/-]{1,300})/g
const URL = /^(?:(https?:\/\/)?(\$\{?\w{1,60}\}?|localhost(?::\d{1,5})?|127\.0\.0\.1(?::\d{1,5})?|0\.0\.0\.0(?::\d{1,5})?|(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}(?::\d{1,5})?|<[^<>]{1,60}>))(\/[^\s?#'"`]{0,400})/

/** Every route in inline code, in prose (with its method) and in `curl` commands. */
export function* routesIn(document: Document): Iterable<Mention<RouteTarget>> {
  if (!/\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|curl|http)\b/.test(document.text)) return
  for (const node of document.nodes('inlineCode')) {
    const slice = document.text.slice(node.start, Math.min(node.end, node.start + 500))
    const ticks = /^`+/.exec(slice)?.[0].length ?? 1
    const match = METHOD_PATH.exec(slice.slice(ticks))
    if (match === null) continue
    const [whole, method = '', written = ''] = match
    const from = node.start + ticks
    yield mention(document, node, from + whole.indexOf(method), from + whole.length - written.length, written, method)
  }
  for (const node of document.nodes('text')) {
    const slice = document.text.slice(node.start, node.end)
    if (!/\b(?:GET|POST|PUT|PATCH|DELETE)\s+\//.test(slice)) continue
    for (const match of slice.matchAll(IN_TEXT)) {
      const [whole, method = '', path = ''] = match
      const start = node.start + match.index + whole.indexOf(method)
      yield mention(document, node, start, node.start + match.index + whole.length - path.length, path.replace(/[.)*]+$/, ''), method)
    }
  }
  for (const command of commandsOf(document)) if (command.name.text === 'curl') yield* inCurl(document, command)
}

function mention(document: Document, node: MarkdownNode, start: number, at: number, written: string, method: string): Mention<RouteTarget> {
  const around = surroundingsOf(document, node, start, at + written.length)
  const host = /^https?:\/\/([^/]+)/.exec(written)
  const path = host === null ? written : written.slice(host[0].length)
  return {
    start: Math.max(node.start, start),
    end: at + written.length,
    target: {
      method, path: tidy(path), host: host?.[1] ?? null,
      ...(around.sentence === undefined ? {} : { wording: around.sentence }),
      ...(around.section === undefined ? {} : { section: around.section }),
      ...(around.struck ? { struck: true as const } : {}),
    },
  }
}

function* inCurl(document: Document, command: ShellCommand): Iterable<Mention<RouteTarget>> {
  let method: string | undefined
  let sends = false
  let form = false
  const addresses: { readonly start: number; readonly end: number; readonly host: string | null; readonly path: string }[] = []
  for (const [index, word] of command.args.entries()) {
    const before = command.args[index - 1]?.text ?? ''
    if (before === '-X' || before === '--request') method = word.text
    else if (/^-X[A-Z]+$/.test(word.text)) method = word.text.slice(2)
    else if (word.text.startsWith('--request=')) method = word.text.slice(10)
    else if (/^(?:-d|--data(?:-\w+)?|--json|-F|--form)(?:=|$)/.test(word.text)) sends = true
    else if (/^(?:-I|--head)$/.test(word.text)) method = 'HEAD'
    else if (/^(?:-G|--get)$/.test(word.text)) form = true
    else if (!/^(?:-H|--header|-d|--data(?:-\w+)?|--json|-F|--form|-o|--output|-u|--user|-A|-b|-c|-w|-e|--referer)$/.test(before)) {
      const raw = document.text.slice(word.start, Math.min(word.end, word.start + 600)).replace(/^["']|["']$/g, '')
      const match = URL.exec(raw)
      if (match !== null) addresses.push({ start: word.start, end: word.end, host: match[2] ?? '', path: match[3] ?? '/' })
      // `curl /api/health`, as a checklist abbreviates it.
      else if (/^\/[\w.]/.test(raw)) addresses.push({ start: word.start, end: word.end, host: null, path: raw })
    }
  }
  const said = method ?? (sends && !form ? 'POST' : 'GET')
  for (const { start, end, host, path } of addresses) {
    // Who leaves out the host leaves out the method as well.
    const abbreviated = host === null && method === undefined && !sends
    yield { start, end, target: { method: !abbreviated && /^[A-Z]{3,7}$/.test(said) ? said : null, path: tidy(path), host } }
  }
}

function tidy(path: string): string {
  const plain = path.replace(/[?#].*$/, '').replace(/[.,;:!)]+$/, '').replace(/\/{2,}/g, '/')
  return plain.length > 1 ? plain.replace(/\/$/, '') : plain
}
