/** What a document must write is the name that git tracks, whatever the file system makes of letter case. */
import { expect, test } from 'vitest'
import { checkDocuments } from '../../src/core/check.ts'
import { createRepository } from '../../src/core/repository.ts'
import type { ContentSource } from '../../src/core/source.ts'
import { findCheckout } from '../../src/git/checkout.ts'
import { openWorktree } from '../../src/git/worktree.ts'
import { docRules } from '../../rules/index.ts'
import { createGitRepository, runGit } from '../support/git-repository.ts'

function findings(root: string, wrap: (source: ContentSource) => ContentSource): readonly string[] {
  const checkout = findCheckout(root)
  if (checkout === undefined) throw new Error('no checkout')
  const repository = createRepository({ root, source: wrap(openWorktree(checkout)) })
  const report = checkDocuments(repository, ['README.md'], {
    rules: docRules.map(rule => ({ rule, severity: 'error', options: rule.meta.defaultOptions })),
    isStrict: () => false, minConfidence: 'medium', setAside: [],
  })
  return report.findings.map(({ rule, subject, message }) => `${rule} ${subject}: ${message}`)
}

test('a file system that ignores letter case hides no wrong letter', () => {
  const root = createGitRepository({
    'README.md': 'See `src/server.ts`, `src/Router.ts` and [the guide](docs/guide.md).\n', 'src/Server.ts': 'a\n', 'src/Router.ts': 'b\n', 'docs/Guide.md': '# Guide\n',
  })
  const expected = [
    'no-missing-paths src/server.ts: `src/server.ts` is written `src/Server.ts` in the repository.',
    'no-broken-links docs/guide.md: `docs/guide.md` is written `docs/Guide.md` in the repository.',
  ]

  expect(findings(root, source => source)).toEqual(expected)

  runGit(root, 'config', 'core.ignorecase', 'true')
  // Such a disk finds and reads a file under every spelling.
  expect(findings(root, source => ({
    ...source,
    existsOnDisk: () => true,
    read: file => source.read([...source.files.keys()].find(known => known.toLowerCase() === file.toLowerCase()) ?? file),
  }))).toEqual(expected)
})
