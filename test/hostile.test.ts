/** What somebody could write against us: nothing throws, and everything ends within the time that any test has. */
import { describe, expect, it } from 'vitest'
import { docRules } from '../rules/index.ts'
import { linksIn } from '../src/analysis/links/mentions.ts'
import { pathsInCommands } from '../src/analysis/paths/command-arguments.ts'
import { pathsInComments } from '../src/analysis/paths/comments.ts'
import { pathsInFrontMatter } from '../src/analysis/paths/front-matter.ts'
import { pathsInCode, pathsInLabels, pathsInProse, pathsInShellComments } from '../src/analysis/paths/inline.ts'
import { readPath } from '../src/analysis/paths/token.ts'
import { pathsInTrees } from '../src/analysis/paths/tree-mentions.ts'
import { commandsOf } from '../src/analysis/shell/commands.ts'
import { surroundingsOf, wordingOf } from '../src/analysis/wording.ts'
import { checkDocuments } from '../src/core/check.ts'
import { createDocument, type Document } from '../src/core/document.ts'
import { genreOf } from '../src/core/genre.ts'
import { landmarksOf } from '../src/core/landmarks.ts'
import type { Report } from '../src/core/report.ts'
import { createRepository } from '../src/core/repository.ts'
import type { ContentSource } from '../src/core/source.ts'
import { declaresStrict } from '../src/core/strict-declaration.ts'
import { directivesOf } from '../src/core/suppressions.ts'
import { hostileDocuments, hostileLines } from './support/hostile-documents.ts'
import { memorySource } from './support/memory-repository.ts'

const FILES = { 'src/a.ts': 'x\n', 'docs/x.md': '# y\n', 'package.json': '{"scripts":{"a":"b"}}' }

function check(source: ContentSource, path = 'README.md'): Report {
  return checkDocuments(createRepository({ root: '/memory', source, settings: {} }), [path], {
    rules: docRules.map(rule => ({ rule, severity: 'error' as const, options: { ...rule.meta.defaultOptions, ...(rule.id === 'no-missing-paths' ? { comments: true } : {}) } })),
    isStrict: () => true, minConfidence: 'low', setAside: [],
  })
}

const EXTRACTORS: readonly ((document: Document) => Iterable<{ readonly start: number; readonly end: number }>)[] = [
  commandsOf, linksIn, directivesOf, pathsInCommands, pathsInComments, pathsInFrontMatter, pathsInLabels, pathsInProse, pathsInShellComments, pathsInTrees,
  document => pathsInCode(document, () => false),
]

/** Reads a text with everything that reads texts; every place given must lie in the text. */
function readAll(text: string): void {
  const document = createDocument('README.md', text)
  for (const extract of EXTRACTORS) {
    for (const { start, end } of extract(document)) {
      if (!(start >= 0 && start <= end && end <= document.text.length)) throw new Error(`a place outside of the text: ${String(start)}-${String(end)}`)
    }
  }
  landmarksOf(document)
  declaresStrict(document.text)
}

describe('documents', () => {
  it.each([...hostileDocuments()])('%s', (_name, make) => {
    const text = make()
    const report = check(memorySource({ ...FILES, 'README.md': text }))
    expect(report.summary.documents).toBe(1)
    expect(report.notices).toEqual(report.notices.length === 0 ? [] : [expect.stringContaining('README.md')])
  })
})

describe('half a million characters of', () => {
  it.each([...hostileLines()])('%s', (_name, line, documents) => {
    for (const text of documents) readAll(text)
    readPath(line)
    genreOf(`${line}.md`)
    wordingOf(line)
    const document = createDocument('README.md', `The \`src/a.ts\` ${line} \`src/b.ts\` ${line}`)
    for (const node of document.nodes('inlineCode').slice(0, 1000)) surroundingsOf(document, node, node.start, node.end)
    expect(check(memorySource({ ...FILES, 'README.md': documents.slice(3).join('\n\n') })).summary.documents).toBe(1)
  })
})

describe('bytes that are no text', () => {
  it('are read with a notice', () => {
    const source = memorySource({ ...FILES, 'README.md': '' })
    const bytes = Buffer.from([0x60, 0x73, 0x72, 0x63, 0x2f, 0x61, 0x2e, 0x74, 0x73, 0x60, 0x20, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x0a])
    const report = check({ ...source, read: path => (path === 'README.md' ? bytes : source.read(path)) })
    expect(report.notices).toEqual(['README.md is not valid UTF-8; broken characters were read as \ufffd.'])
    expect(report.summary.holds).toBe(1)
  })

  it('are read to the end when they are random', () => {
    let state = 1
    const bytes = Buffer.alloc(300_000)
    for (let at = 0; at < bytes.length; at++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      bytes[at] = state >>> 16
    }
    const source = memorySource({ ...FILES, 'README.md': '' })
    expect(check({ ...source, read: path => (path === 'README.md' ? bytes : source.read(path)) }).summary.documents).toBe(1)
  })
})

describe('places outside of the root', () => {
  const TARGETS = [
    '../../../../etc/passwd', '/etc/passwd', '//etc/passwd', '../README.md', 'docs/../../x.md', 'docs/../../../etc/passwd#root', '..\\..\\etc\\passwd', 'C:/Windows/win.ini', 'file:///etc/passwd',
    '%2e%2e/%2e%2e/etc/passwd', '..%2f..%2fetc%2fpasswd', './/..//..//etc/passwd.md', '\0/etc/passwd', 'docs/\0../x.md', '~/.ssh/id_rsa', '../../../../etc/hosts:3', '../../package.json',
  ]

  it('are never asked for', () => {
    const text = TARGETS.flatMap(target => [
      `[a](${target}) [b](<${target}>) ![c](${target}) \`${target}\` ${target}`, `<a href="${target}">`, `[d]: ${target}`,
      `\`\`\`sh\ncat ${target}\ncd ${target} && npm run x && make y\nsource ${target} < ${target}\nmake -C ${target} z\nnpm --prefix ${target} run w\n./${target}\n\`\`\``,
      `<!--@include: ${target}-->`, `--8<-- "${target}"`, `{% include_relative ${target} %}`,
    ]).join('\n\n')
    const asked: string[] = []
    const source = memorySource({ ...FILES, 'docs/README.md': text, 'docs/deep/x.md': '[a](../../../../etc/passwd#b)\n' })
    const report = check({
      ...source,
      read: (path) => {
        asked.push(path)
        return source.read(path)
      },
      existsOnDisk: (path) => {
        asked.push(path)
        return false
      },
    }, 'docs/README.md')
    expect(report.summary.references).toBeGreaterThan(TARGETS.length)
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.filter(path => path.startsWith('/') || path.startsWith('~') || path.includes('\0') || path.split('/').includes('..') || /^[A-Za-z]:/.test(path))).toEqual([])
  })
})
