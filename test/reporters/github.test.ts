import { describe, expect, test } from 'vitest'
import { formatGithub } from '../../src/reporters/github.ts'
import { HOSTILE_TEXTS, makeFinding, makeReport } from '../support/report.ts'

/** Reads commands as GitHub's runner does: those that begin a line, and the older form anywhere. */
function commandsOf(output: string): readonly { readonly name: string; readonly properties: Readonly<Record<string, string>>; readonly message: string }[] {
  return output.split(/\r\n|\n|\r/).flatMap((line) => {
    if (!line.trimStart().startsWith('::')) return line.includes('##[') ? [{ name: '##', properties: {}, message: line }] : []
    const end = line.indexOf('::', 2)
    const [name = '', properties = ''] = line.slice(2, end).split(/ (.*)/)
    const pairs = properties.split(',').filter(pair => pair !== '').map((pair) => {
      const [key = '', value = ''] = pair.split(/=(.*)/)
      return [key, unescape(value).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')]
    })
    return [{ name, properties: Object.fromEntries(pairs) as Record<string, string>, message: unescape(line.slice(end + 2)).replaceAll('%25', '%') }]
  })
}

function unescape(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}

test('a finding is a command, and the counts come last', () => {
  const warning = makeFinding({ severity: 'warn', evidence: undefined, fix: { safety: 'safe', range: [0, 1], text: 'x', title: 'Replace by `x`' }, endLine: 4 })
  expect(formatGithub(makeReport([makeFinding(), warning], { notices: ['This clone is shallow.'] }))).toBe([
    '::error file=docs/a.md,line=3,endLine=3,col=5,title=no-missing-paths::`src/old.ts` does not exist any more: renamed to `src/new.ts`.',
    '::warning file=docs/a.md,line=3,endLine=4,col=5,title=no-missing-paths::`src/old.ts` does not exist any more.%0AFix: Replace by `x`',
    '::notice title=doc-lockdown::This clone is shallow.',
    '1 document, 2 claims: 0 hold, 2 broken, 0 unknown.', '',
  ].join('\n'))
})

test('without findings there are only the counts', () => {
  expect(formatGithub(makeReport())).toBe('0 documents, 0 claims: 0 hold, 0 broken, 0 unknown.\n')
})

describe('GitHub shows ten of each level', () => {
  const many = Array.from({ length: 14 }, (_, index) => makeFinding({ line: index + 1, start: index, confidence: index === 13 ? 'high' : 'medium' }))

  test('so the most certain come first and the others are lines of the log', () => {
    const output = formatGithub(makeReport([...many, makeFinding({ severity: 'warn' })]))
    const commands = commandsOf(output)
    expect(commands.map(({ name, properties }) => `${name} ${properties['line'] ?? ''}`)).toEqual(['error 14', ...Array.from({ length: 9 }, (_, index) => `error ${String(index + 1)}`), 'warning 3'])
    expect(output.match(/^error docs\/a\.md:\d+:5 .* no-missing-paths$/gm)).toHaveLength(4)
    expect(output).toContain('Not annotated, because GitHub shows 10 of each level:\nerror docs/a.md:10:5 ')
  })

  test('and of notices too', () => {
    const output = formatGithub(makeReport([], { notices: Array.from({ length: 12 }, (_, index) => `notice ${String(index)}`) }))
    expect(commandsOf(output)).toHaveLength(10)
    expect(output).toContain('\nnote notice 11\n')
  })
})

describe('what a document says gives no command', () => {
  test.each(Object.entries(HOSTILE_TEXTS))('%s', (_name, text) => {
    const finding = makeFinding({ path: `${text}.md`, message: text, evidence: undefined, rule: 'no-missing-paths' })
    const commands = commandsOf(formatGithub(makeReport(Array.from({ length: 11 }, () => finding), { notices: [text] })))
    expect(commands.map(({ name }) => name)).toEqual([...Array.from({ length: 10 }, () => 'error'), 'notice'])
    expect(commands[0]).toEqual({ name: 'error', properties: { file: `${text}.md`, line: '3', endLine: '3', col: '5', title: 'no-missing-paths' }, message: text })
  })
})
