import { describe, expect, test } from 'vitest'
import { readScript, stopsOnFailure } from '../../../src/analysis/shell/script.ts'

function commandNamed(text: string, name: string): ReturnType<typeof readScript>['commands'][number] {
  const command = readScript(text).commands.find(one => one.words[0]?.text === name)
  if (command === undefined) throw new Error(`no ${name}`)
  return command
}

describe('what becomes of a failure', () => {
  test.each([
    ['a || true', '|| true'],
    ['a || :', '|| :'],
    ['a && b || echo failed', '|| echo failed'],
    ['a || { echo failed; exit 0; }', '|| { echo failed; exit 0; }'],
    ['(a) || true', '|| true'],
  ])('%s throws it away', (text, swallow) => {
    expect(commandNamed(text, 'a').swallow?.text).toBe(swallow)
  })

  test.each(['a || exit 1', 'a || b', 'a || echo failed >> out.txt', 'a || echo failed && exit 1', 'a || { echo failed; exit 1; }', 'a; true'])('%s does not', (text) => {
    expect(commandNamed(text, 'a').swallow).toBeUndefined()
  })

  test('a condition, a negation, a handled failure and a substitution test it', () => {
    for (const text of ['if a; then b; fi', 'while a; do b; done', '! a', 'a || b', 'x=$(a)']) expect(commandNamed(text, 'a').tested).toBe(true)
    expect(commandNamed('a; b', 'a').tested).toBe(false)
  })

  test('`set -e` and `set +e` count from where they stand', () => {
    const script = readScript('set -euo pipefail\na\nset +e\nb\n')

    expect([script.text.indexOf('a\n'), script.text.indexOf('b')].map(at => stopsOnFailure(script, at))).toEqual([true, false])
    expect(stopsOnFailure(readScript('#!/bin/sh -e\na'), 13)).toBe(true)
  })
})

describe('conditions', () => {
  const whenOf = (text: string, name: string): readonly boolean[] => commandNamed(text, name).branches.map(branch => branch.when)

  test('are those around a command', () => {
    const text = 'if x; then a; elif y; then b; else c; fi'

    expect(whenOf(text, 'a')).toEqual([true])
    expect(whenOf(text, 'b')).toEqual([false, true])
    expect(whenOf(text, 'c')).toEqual([false, false])
  })

  test('hold behind what leaves, too', () => {
    expect(whenOf('if x; then exit 1; fi\na', 'a')).toEqual([false])
    expect(whenOf('x && exit 0\na', 'a')).toEqual([false])
    expect(whenOf('if x; then b; fi\na', 'a')).toEqual([])
  })
})

test('expressions of workflows are words', () => {
  expect(commandNamed('a --to "${{ inputs.target }}" || true', 'a').words.map(word => word.text)).toEqual(['a', '--to', '${{ inputs.target }}'])
})

test('text that is no shell is split into lines', () => {
  const script = readScript('a "\nb $(\n')

  expect(script.structured).toBe(false)
  expect(script.commands.every(command => command.branches.length === 0)).toBe(true)
})
