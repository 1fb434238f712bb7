import type { Document } from '../../core/document.ts'
import type { MarkdownNode } from '../../core/markdown/node.ts'
import type { Mention } from '../../core/reference.ts'
import { surroundingsOf, type Wording } from '../wording.ts'
import type { PathToken } from './token.ts'

/** Where in the document a path was found. */
export type PathOrigin = 'code' | 'link-text' | 'prose' | 'command' | 'tree' | 'front-matter' | 'comment'

/** A path that a document names. Plain JSON. */
export interface PathTarget extends Omit<PathToken, 'from' | 'to'> {
  readonly origin: PathOrigin
  /** Folder of the path named just before in the same sentence: `scripts/a.sh` + `b.sh`. */
  readonly sibling?: string
  /** Folder entered by `cd` before the command; `null` when it can't be known; `clone:URL:folder` in a fresh clone. */
  readonly directory?: string | null
  /** The command's program, for arguments. */
  readonly program?: string
  /** For a link's text: where the link goes, as written. */
  readonly link?: string
  /** For an entry of a tree diagram: a sample of the diagram's entries. */
  readonly neighbours?: readonly string[]
  readonly wording?: Wording
  readonly section?: 'removed' | 'planned'
  readonly struck?: true
  /** The pull request that it is said to come with: `lib/x.ts` (PR #337). */
  readonly request?: number
}

/** Puts a token at its place. `base` is the document offset at which the word starts. */
export function mentionAt(
  document: Document, node: MarkdownNode, token: PathToken, base: number, origin: PathOrigin,
  extra: Pick<PathTarget, 'sibling' | 'directory' | 'program' | 'link'> = {},
): Mention<PathTarget> {
  const { from, to, ...rest } = token
  const start = base + from
  const end = base + to
  const around = surroundingsOf(document, node, start, end)
  const request = REQUEST.exec(document.text.slice(end, end + 40))?.[1]
  return {
    start,
    // The line number belongs to the claim, though not to the path.
    end: token.line === undefined ? end : lineSuffixEnd(document.text, end),
    target: {
      ...rest, origin, ...extra,
      ...(around.sentence === undefined ? {} : { wording: around.sentence }),
      ...(around.section === undefined ? {} : { section: around.section }),
      ...(around.struck ? { struck: true as const } : {}),
      ...(request === undefined ? {} : { request: Number(request) }),
    },
  }
}

const REQUEST = /^`?\]?(?:[ \t]\(|[ \t](?:in|from|by|of|via)[ \t])(?:new[ \t]in[ \t]|in[ \t]|from[ \t]|by[ \t])?(?:PR|MR|[Pp]ull request)[ \t]?[#!](\d{1,6})\b/

function lineSuffixEnd(text: string, end: number): number {
  return end + (/^(?::\d+(?:[-–]\d+|:\d+(?:[-–]\d+)?)?|#L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|\(\d+(?:,\s?\d+)?\))/.exec(text.slice(end, end + 40))?.[0].length ?? 0)
}
