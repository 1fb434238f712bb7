import { describe, expect, test } from 'vitest'
import { readArguments } from '../../../src/hosts/cli/arguments.ts'

function targets(...words: readonly string[]): readonly string[] {
  return readArguments(words).targets.map(({ format, file }) => `${format} to ${file ?? 'stdout'}`)
}

describe('formats and outputs', () => {
  test.each<[string, readonly string[]]>([
    ['', ['text to stdout']],
    ['--format json', ['json to stdout']],
    ['--output a', ['text to a']],
    ['--format json --output a', ['json to a']],
    ['--output a --format json', ['json to a']],
    ['--format sarif --output a --format text', ['sarif to a', 'text to stdout']],
    ['--format text --format sarif --output a', ['text to stdout', 'sarif to a']],
    ['--format=sarif --output=a --strict docs --format=junit --output=b', ['sarif to a', 'junit to b']],
    ['--format json --output a --format json', ['json to a', 'json to stdout']],
  ])('"%s"', (line, expected) => {
    expect(targets('check', ...line.split(' ').filter(word => word !== ''))).toEqual(expected)
  })
})

describe('what contradicts itself is one sentence with a remedy', () => {
  test.each([
    ['check --format json --format text', '--format json and --format text would both be printed. Put an --output behind one of them.'],
    ['check --format json --format json', '--format json and --format json would both be printed. Put an --output behind one of them.'],
    ['check --output a --output b', '--output a stands before every --format. Put it behind the format that it is for.'],
    ['check --output a --format json --format text', '--output a stands before every --format. Put it behind the format that it is for.'],
    ['check --format json --output a --output b', '--output a and --output b both follow --format json. Give each a --format of its own.'],
    ['check --format json --output x/../a --format sarif --output ./a', '--output ./a is given for json and for sarif. Name a file for each.'],
    ['check --format json --format xml', '--format takes text, json, sarif, github, junit, html, not "xml".'],
    ['check --format json --output=', '--output needs a value. See doc-lockdown --help.'],
    ['references --format sarif', 'references are listed as text, json or html, not as sarif. Use check for --format sarif.'],
    ['sync --format json --output a', 'sync has no use for --format: it reads the documents on disk and writes the lock file. Leave --format out.'],
  ])('%s', (line, message) => {
    expect(() => readArguments(line.split(' '))).toThrow(message)
  })
})
