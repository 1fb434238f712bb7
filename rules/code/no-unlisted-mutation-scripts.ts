import { surelyMutates, type TextEffect } from '../../src/analysis/database/mutations.ts'
import { defineCodeRule, TOO_MUCH, type CodeProblem } from '../../src/core/code-rule.ts'
import { lineStarts, pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import { languageOf, type SourceFile } from '../../src/core/source-file.ts'
import { changesIn, isCutOffIn } from '../../src/facts/code/changes.ts'
import { holdsCommands, inlineChangesIn } from '../../src/facts/code/inline-changes.ts'
import { productionScriptsFact } from '../../src/facts/code/production-scripts.ts'

/** It has none: which files are scripts is a shared setting. */
export type UnlistedMutationScriptsOptions = Readonly<Record<string, never>>

/** Not what anybody deploys: tests, samples, other people's code. */
const SET_ASIDE = /(?:^|\/)(?:__tests__|tests?|e2e|fixtures?|node_modules|vendor|docs?|examples?|samples?|templates?|\.devcontainer)\//i

/** What containers start with, wherever it lies. */
const ENTRYPOINT = /(?:^|\/)(?:docker[-_])?(?:entrypoint|start)(?:[._-]\w{1,30}){0,2}\.(?:sh|bash)$|(?:^|\/)(?:docker\/|\.docker\/)[\w.-]{1,60}\.(?:sh|bash)$/i

/** As many further changes are named. */
const MOST_NAMED = 3

/** What may change production is what the contract lists, and nothing else. */
export const noUnlistedMutationScripts = defineCodeRule<UnlistedMutationScriptsOptions>({
  id: 'no-unlisted-mutation-scripts',
  meta: {
    description: 'Disallow scripts that change a database or migrate it without being in the mutation contract',
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      unlisted: 'This script changes a database ({{what}}), and `{{contract}}` does not list it.',
      uncontracted: 'This script changes a database ({{what}}), and there is no mutation contract that lists it.',
      inline: 'This changes a database ({{what}}) past the scripts that `{{contract}}` lists: it stands in {{place}}.',
      deprecated: 'This script changes a database ({{what}}), and `{{contract}}` says that it may not run any more.',
    },
    recommended: true,
    suggests: false,
  },
  languages: ['javascript', 'shell', 'powershell', 'sql', 'manifest', 'workflow', 'dockerfile', 'makefile'],
  concerns(path, repository) {
    const scripts = repository.get(productionScriptsFact)
    if (holdsCommands(languageOf(path))) return (scripts.contract?.scripts.length ?? 0) > 0 && !SET_ASIDE.test(path)
    const starts = scripts.contract !== undefined && ENTRYPOINT.test(path) && !SET_ASIDE.test(path)
    return (starts || scripts.isScript(path)) && scripts.listed(path) === undefined
  },
  * judge(file, repository) {
    if (holdsCommands(file.language)) {
      yield* inlineProblems(file, repository)
      return
    }
    const changes = changesIn(file, repository)
    const first = changes.find(surelyMutates) ?? changes[0]
    if (first === undefined) {
      if (isCutOffIn(file, repository)) yield TOO_MUCH
      return
    }
    const scripts = repository.get(productionScriptsFact)
    const { contract } = scripts
    const more = evidenceOf(changes.filter(change => change !== first), file)
    yield {
      start: first.start,
      end: first.end,
      messageId: contract === undefined ? 'uncontracted' : scripts.deprecated(file.path) === undefined ? 'unlisted' : 'deprecated',
      data: { what: first.what, contract: contract?.path ?? '' },
      confidence: surelyMutates(first) ? 'high' : 'medium',
      ...(more === '' ? {} : { evidence: more }),
    }
  },
})

/** Commands that no script of the contract holds; one that the contract names as the command of a script is that script's. */
function* inlineProblems(file: SourceFile, repository: Repository): Iterable<CodeProblem> {
  const { contract } = repository.get(productionScriptsFact)
  if (contract === undefined) return
  for (const { change: { start, end, what }, place } of inlineChangesIn(file, repository)) {
    const name = /^script `(.{1,100})`$/.exec(place)?.[1]
    if (name !== undefined && contract.scripts.some(({ terms }) => saysRun(terms, name))) continue
    yield { start, end, messageId: 'inline', data: { what, contract: contract.path, place }, confidence: 'high' }
  }
}

/** Whether words name a package script as a command: "npm run db:deploy". */
function saysRun(text: string, name: string): boolean {
  return text.split(/[\s`'",;]+/).some((word, index, words) => word === name && /^(?:run|npm|pnpm|yarn|bun)$/.test(words[index - 1] ?? ''))
}

/** "also `prisma.order.deleteMany()` in line 20". */
function evidenceOf(others: readonly TextEffect[], { text }: SourceFile): string {
  const lines = lineStarts(text)
  const named = [...new Set(others.map(({ what, start }) => `${what} in line ${String(pointAt(lines, start).line)}`))]
  if (named.length === 0) return ''
  const rest = named.length - MOST_NAMED
  return `also ${named.slice(0, MOST_NAMED).join(', ')}${rest > 0 ? `, and ${String(rest)} more` : ''}`
}
