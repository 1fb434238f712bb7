/** Half a million hostile characters for every expression: a quadratic one would not end within the runner's time. */
import { describe, expect, it } from 'vitest'
import { claimsIn } from '../../../src/analysis/versions/claims.ts'
import { plainView } from '../../../src/analysis/versions/plain-view.ts'
import { statementAt } from '../../../src/analysis/versions/statement.ts'
import { createDocument } from '../../../src/core/document.ts'
import { dockerfileVersions, imageVersions, workflowVersions } from '../../../src/facts/versions/run-files.ts'
import { versionFileReader } from '../../../src/facts/versions/version-files.ts'

const SIZE = 500_000
const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE)
const PIECES = [
  'Node ', 'Node.js 18, ', 'Node 18 or ', 'requires ', 'Node (', '1.', '1', '>= ', 'node:', '](', '[Node](', '<a ', '<!-- ', '![', 'port ', 'runs ', 'PORT default ', 'localhost:',
  'localhost:3000 ', 'Requires Node 18, ', '- Node 18\n', '| Node | 20 ', '| Node.js | 20 |\n', 'img.shields.io/badge/', 'img.shields.io/badge/node-18-x ', '`next@1', '`next@14.2.3` ', ' ', 'v', 'MSRV ', 'nvm use ',
]
const READERS = ['package.json', '.nvmrc', '.tool-versions', 'mise.toml', 'go.mod', 'Cargo.toml', 'pyproject.toml', 'setup.py', 'Gemfile', 'a.gemspec', 'a.csproj', 'pom.xml', 'build.gradle', 'global.json', 'composer.json']
const FILE_PIECES = ['FROM ', 'FROM ${A}', 'image: ', 'image: a/', 'node-version: ', 'node-version: [', '- 1\n', 'a:', '1.', '>=', '<TargetFramework>', '<TargetFramework>net', 'ruby "', '[', '"']

describe('half a million characters of', () => {
  it.each(PIECES)('%j in a document', (piece) => {
    const text = fill(piece)
    expect(plainView(text)).toHaveLength(SIZE)
    statementAt(text, 0)
    for (const around of [text, `# Prerequisites\n\n- ${text}`, `It requires Node 18 ${text}`, `| a | b |\n|---|---|\n| ${text}`]) {
      const document = createDocument('README.md', around)
      for (const { end } of claimsIn(document)) expect(end).toBeLessThanOrEqual(around.length)
    }
  })

  it.each(FILE_PIECES)('%j in a file', (piece) => {
    for (const text of [fill(piece), fill(`${piece}\n`)]) {
      for (const read of [dockerfileVersions, imageVersions, workflowVersions, ...READERS.flatMap(name => versionFileReader(name) ?? [])]) {
        for (const { line } of read(text)) expect(line).toBeGreaterThan(0)
      }
    }
  })
})
