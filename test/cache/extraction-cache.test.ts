import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { openExtractionCache } from '../../src/cache/extraction-cache.ts'
import { extract, type RuleSetting } from '../../src/core/extraction.ts'
import type { ContentSource } from '../../src/core/source.ts'
import { docRules } from '../../rules/index.ts'
import { memorySource } from '../support/memory-repository.ts'
import { temporaryFolder } from '../support/git-repository.ts'

const rules: RuleSetting[] = docRules.map(rule => ({ rule, severity: 'error', options: rule.meta.defaultOptions }))
const TEXT = '---\ndoc-lockdown: strict\n---\n# A\n\nSee `src/server.ts:12`, [b](other.md#x "t") and `npm run x`.\n\n<!-- eslint-disable-next-line doc-lockdown/no-missing-paths -- why -->\n`src/"q"\\é.ts`\n\n```sh\ncd sub && make all\n```\n'

let folder = ''
let source: ContentSource
beforeEach(() => {
  folder = temporaryFolder()
  process.env['DOC_LOCKDOWN_CACHE'] = folder
  source = { ...memorySource({ 'a.md': TEXT, 'b.md': 'x' }), gitDirectory: '/repository/.git' }
})

const cacheFile = (): string => path.join(folder, readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(file => file.endsWith('.txt')) ?? '')

function fill(): void {
  const cache = openExtractionCache(source, rules)
  cache.store('a.md', 'b1', extract('a.md', TEXT, rules))
  cache.store('b.md', undefined, extract('b.md', 'x', rules))
  cache.save(true)
}

describe('extractions', () => {
  it('come back as they were', () => {
    fill()
    const extraction = extract('a.md', TEXT, rules)
    expect(Object.values(extraction.references).flat().length).toBeGreaterThan(2)
    expect(openExtractionCache(source, rules).lookup('a.md', 'b1')).toEqual(JSON.parse(JSON.stringify(extraction)))
  })

  it('are found by content when git has no id for it', () => {
    fill()
    expect(openExtractionCache(source, rules).lookup('b.md', undefined)).toMatchObject({ strict: false, directives: [] })
    expect(openExtractionCache(source, rules).lookup('a.md', undefined)).toBeUndefined()
  })

  it('of the work tree, of the index and of MDX are different ones', () => {
    fill()
    expect(openExtractionCache({ ...source, kind: 'index' }, rules).lookup('a.md', 'b1')).toBeUndefined()
    expect(openExtractionCache(source, rules).lookup('a.mdx', 'b1')).toBeUndefined()
  })

  it('do not survive other options', () => {
    fill()
    const [first, ...rest] = rules
    if (first === undefined) throw new Error('no rules')
    expect(openExtractionCache(source, [{ ...first, options: { ...first.options, comments: true } }, ...rest]).lookup('a.md', 'b1')).toBeUndefined()
  })

  it.each([
    ['nothing', () => ''],
    ['another version', (text: string) => text.replace(/^extractions-\d+/, 'extractions-0')],
    ['another program', () => 'hello\nworld\n'],
    ['a cut line', (text: string) => text.slice(0, text.indexOf('\n') + 60)],
    ['half a line', (text: string) => text.replace(/^(wb1\t).*$/m, '$1[0,[')],
    ['another shape', (text: string) => text.replace(/^(wb1\t).*$/m, '$1[0,[],["no-missing-paths",[[0,1,1,1,0,2,"x",0]]]]')],
    ['no shapes', (text: string) => text.replace(/\[.*\]/, '[]')],
  ])('from a file with %s count as unknown', (_name, damage) => {
    fill()
    writeFileSync(cacheFile(), damage(readFileSync(cacheFile(), 'utf8')))
    expect(openExtractionCache(source, rules).lookup('a.md', 'b1')).toBeUndefined()
  })

  it('that nobody asks for are dropped when they outweigh the others', () => {
    const first = openExtractionCache(source, rules)
    for (const blob of ['b1', 'b2', 'b3']) first.store('a.md', blob, extract('a.md', TEXT, rules))
    first.save(true)
    const partial = openExtractionCache(source, rules)
    partial.lookup('a.md', 'b1')
    partial.save(false)
    expect(openExtractionCache(source, rules).size).toBe(3)
    const complete = openExtractionCache(source, rules)
    complete.lookup('a.md', 'b1')
    complete.save(true)
    expect(openExtractionCache(source, rules).size).toBe(1)
  })

  it('are searched for words, without being read', () => {
    fill()
    const cache = openExtractionCache({ ...source, kind: 'index' }, rules)
    expect(cache.mentions('a.md', 'b1', ['src/server.ts'])).toBe(true)
    expect(cache.mentions('a.md', 'b1', ['src/zzz'])).toBe(false)
    expect(cache.mentions('a.md', 'other', ['src/server.ts'])).toBeUndefined()
  })
})
