import { commandsOf } from '../../src/analysis/shell/commands.ts'
import { pathsInCommands } from '../../src/analysis/paths/command-arguments.ts'
import { pathsInComments } from '../../src/analysis/paths/comments.ts'
import { pathsInFrontMatter } from '../../src/analysis/paths/front-matter.ts'
import { pathsInCode, pathsInLabels, pathsInProse, pathsInShellComments } from '../../src/analysis/paths/inline.ts'
import type { PathTarget } from '../../src/analysis/paths/mention.ts'
import { pathsInTrees } from '../../src/analysis/paths/tree-mentions.ts'
import type { Document } from '../../src/core/document.ts'
import type { Mention } from '../../src/core/reference.ts'
import { defineDocRule } from '../../src/core/rule.ts'
import { judgePath } from '../../src/facts/judge-path.ts'
import { judgeAwaited } from '../../src/facts/requests/awaited-path.ts'
import { settlePaths } from '../../src/facts/settle-paths.ts'
import { numbered } from '../../src/lookups/numbered.ts'

export interface NoMissingPathsOptions {
  readonly ignore: readonly string[]
  readonly comments: boolean
}

/** Paths that a document names must exist. */
export const noMissingPaths = defineDocRule<PathTarget, NoMissingPathsOptions>({
  id: 'no-missing-paths',
  meta: {
    description: 'Disallow paths that do not exist in the repository',
    schema: {
      type: 'object',
      properties: {
        ignore: { type: 'array', items: { type: 'string' }, uniqueItems: true, description: 'Globs of paths, as written in the document, that are never judged.' },
        comments: { type: 'boolean', description: 'Whether paths in HTML comments are read too.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { ignore: [], comments: false },
    messages: {
      removed: '`{{path}}` does not exist any more.',
      missing: '`{{path}}` does not exist.',
      wrongCase: '`{{path}}` is written `{{real}}` in the repository.',
      lineBeyondEnd: '`{{path}}` has only {{lines}} lines.',
      noMatch: 'No file matches `{{path}}` any more.',
    },
    recommended: true,
    fixable: true,
  },
  references: mentionsOf,
  verify(reference, repository, options) {
    const verdict = judgePath(reference, repository, options.ignore)
    const { path, request } = reference.target
    if (verdict === undefined || request === undefined) return verdict
    return judgeAwaited(verdict, path, request, repository, (address, number) => repository.ask(numbered(address, number)))
  },
  settle: settlePaths,
})

function* mentionsOf(document: Document, options: NoMissingPathsOptions): Iterable<Mention<PathTarget>> {
  const inCommands = new Set(commandsOf(document).filter(command => command.origin === 'inline').map(command => command.start))
  const isCommand = (node: { readonly start: number; readonly end: number }): boolean => {
    for (let at = node.start; at < Math.min(node.start + 6, node.end); at++) if (inCommands.has(at)) return true
    return false
  }
  const taken = new Set<number>()
  const sources: Iterable<Mention<PathTarget>>[] = [
    pathsInCode(document, isCommand), pathsInLabels(document), pathsInProse(document), pathsInCommands(document),
    pathsInShellComments(document), pathsInTrees(document), pathsInFrontMatter(document),
  ]
  if (options.comments) sources.push(pathsInComments(document))
  for (const source of sources) {
    for (const mention of source) {
      if (taken.has(mention.start)) continue
      taken.add(mention.start)
      yield mention
    }
  }
}
