import { describe, expect, it } from 'vitest'
import { claimsIn } from '../../../src/analysis/versions/claims.ts'
import { createDocument } from '../../../src/core/document.ts'

/** `tool range` of every version and `port number` of every port; the places must lie in the text. */
function claims(text: string): string[] {
  const document = createDocument('README.md', text)
  return [...claimsIn(document)].map(({ start, end, target }) => {
    expect(start).toBeGreaterThanOrEqual(0)
    expect(end).toBeLessThanOrEqual(text.length)
    expect(start).toBeLessThan(end)
    return target.kind === 'port' ? `port ${String(target.port)}${target.own ? ' own' : ''}` : `${target.tool} ${target.range}`
  })
}

describe('claims of versions', () => {
  it.each([
    ['Requires Node.js 18+.', ['node >=18']],
    ['Node.js 18 or newer is required.', ['node >=18']],
    ['You need [Node.js](https://nodejs.org/en/download) **20** and `pnpm` 9.', ['node 20', 'pnpm 9']],
    ['The minimum supported Node.js version is 18.', ['node >=18']],
    ['The minimum supported Rust version (MSRV) is 1.70.0.', ['rust >=1.70.0']],
    ['**Requirements:** Node 20+, pnpm 9+', ['node >=20', 'pnpm >=9']],
    ['Node version: 20', ['node 20']],
    ['This service targets .NET 8 and Java 17.', ['dotnet 8', 'java 17']],
    ['## Prerequisites\n\n- PostgreSQL 15 and Redis 7\n- A server with Node.js version 18.18+.', ['postgres 15', 'redis 7', 'node >=18.18']],
    ['## Tech stack\n\n- **Frontend**: React 18, Vite 5\n- `next@14.2.3`', ['react 18', 'vite 5', 'next 14.2.3']],
    ['- Package Manager: `pnpm@10.12.4`', ['pnpm 10.12.4']],
    ['| Tool | Minimum version |\n|---|---|\n| Node.js | 20 |', ['node >=20']],
    ['| Layer | Choice |\n|---|---|\n| Runtime | Node.js 20 |', ['node 20']],
    ['![n](https://img.shields.io/badge/node-%3E%3D18-green)', ['node >=18']],
    ['![n](https://img.shields.io/badge/TypeScript-5.4-blue)', ['typescript 5.4']],
    ['```sh\nnvm use 20\nnpm i -g pnpm@9\n```', ['node 20', 'pnpm 9']],
  ])('%j', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })

  it.each([
    'In Node 18 fetch is experimental.', 'It uses Node 18 APIs.', 'We dropped support for Node 16.', 'Upgrade from Node 16 to 20.', 'Tested with Node 18.',
    'If you use Node 18, you need a flag.', 'Requires Node 18 only when bundling.', '~~Requires Node 18.~~', '> You said it needs Node 18.', 'See Node 3 of 5 is required.',
    'Use `node:18-alpine`.', 'Supported by Rollup 4.38+ and Vite 6.3+.', '## Migrating from v1\n\nRequires Node 14.', '![Uses Node.js (v16.14.2)](a.png)',
    '| Ours | Node.js |\n|---|---|\n| 3.x | 20 |', '| Runtime | Before | After |\n|---|---|---|\n| Node.js | 18 | 20 |', '```js\n// needs Node 18\n```',
    'A plain sentence that names Node.js, Go 2 rounds and Python.', '![b](https://img.shields.io/badge/coverage-18-green)', '```sh\nnvm install $VERSION\nnpm install react@18\n```',
  ])('%j makes none', (text) => {
    expect(claims(text)).toEqual([])
  })
})

describe('claims of ports', () => {
  it.each([
    ['The server listens on port 3000.', ['port 3000 own']],
    ['Then open [the app](http://localhost:3000) in a browser.', ['port 3000 own']],
    ['Then open [http://localhost:3000](http://localhost:3000).', ['port 3000 own']],
    ['`PORT` (default `3000`)', ['port 3000 own']],
    ['| Variable | Default |\n|---|---|\n| `PORT` | `3000` |', ['port 3000 own']],
    ['Ask `curl localhost:8080/health`.', ['port 8080']],
    ['PostgreSQL runs on port 5433.', ['port 5433']],
    ['If something else runs on port 4000, choose another.', ['port 4000']],
    ['It takes 3000 ms, from chapter 3000 on.', []],
    ['Open http://localhost:99999.', []],
  ])('%j', (text, expected) => {
    expect(claims(text)).toEqual(expected)
  })
})
