import { afterEach, describe, expect, test, vi } from 'vitest'
import { createColors } from '../../src/reporters/colors.ts'
import { createLink, wantsHyperlinks } from '../../src/reporters/hyperlinks.ts'
import { formatText, type TextOptions } from '../../src/reporters/text.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../support/report.ts'

const PLAIN: TextOptions = { colors: createColors(false), link: createLink(false), addressOf: () => 'file:///it/docs/a.md', show: path => path, lineOf: () => undefined }

afterEach(() => { vi.unstubAllEnvs() })

describe('links', () => {
  test('lead from a document to its file and from a rule to its page', () => {
    const text = formatText(makeReport([makeFinding()]), { ...PLAIN, link: createLink(true) })
    expect(text).toContain('\u001b]8;;file:///it/docs/a.md\u001b\\docs/a.md\u001b]8;;\u001b\\\n')
    expect(text).toContain('\u001b]8;;https://example.org/no-missing-paths.md\u001b\\no-missing-paths\u001b]8;;\u001b\\\n')
  })

  test('are left out of plain text, and where there is no file', () => {
    expect(formatText(makeReport([makeFinding()]), PLAIN)).not.toContain('\u001b')
    expect(formatText(makeReport([makeFinding()]), { ...PLAIN, link: createLink(true), addressOf: () => undefined })).toMatch(/^docs\/a\.md\n/)
  })

  test.each<[string, boolean, Record<string, string>, boolean]>([
    ['no terminal', false, {}, false],
    ['no terminal, but forced', false, { FORCE_HYPERLINK: '1' }, true],
    ['a terminal, but forbidden', true, { FORCE_HYPERLINK: '0', VTE_VERSION: '7600' }, false],
    ['NO_COLOR', true, { NO_COLOR: '1' }, false],
    ['a CI that imitates a terminal', true, { CI: 'true' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
    ['forced in spite of a CI', true, { CI: 'true', FORCE_HYPERLINK: '1' }, true],
  ])('%s', async (_name, isTerminal, environment, expected) => {
    expect(await wantsHyperlinks(isTerminal, environment)).toBe(expected)
  })

  test.each([['that shows links', '7600', true], ['that does not', '4800', false]])('a terminal %s', async (_name, version, expected) => {
    for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'FORCE_HYPERLINK', 'TERM_PROGRAM', 'TEAMCITY_VERSION', 'NETLIFY']) vi.stubEnv(name, undefined)
    vi.stubEnv('TERM', 'xterm-256color')
    vi.stubEnv('VTE_VERSION', version)
    expect(await wantsHyperlinks(true, process.env)).toBe(expected)
  })
})

test('findings that are counted and not shown are named', () => {
  const hidden = makeReport([makeFinding()], { hidden: [makeFinding({ confidence: 'low' })] })
  expect(formatText(hidden, PLAIN)).toContain(' 1 finding of less confidence not shown.')
  expect(formatText(makeReport([makeFinding()]), PLAIN)).not.toContain('not shown')
})

test.each(Object.entries(HOSTILE_TEXTS))('a document does not steer the terminal with %s', (_name, text) => {
  const finding = makeFinding({ path: text, subject: text, message: text, evidence: text, fix: { safety: 'safe', range: [0, 1], text, title: text } })
  const output = formatText(makeReport([finding], { notices: [text] }), { ...PLAIN, lineOf: () => text })
  // eslint-disable-next-line no-control-regex -- exactly these steer a terminal
  expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})
