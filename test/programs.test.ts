/** Every small program under test/programs: what is marked is found, everything else stays silent. */
import { describe, expect, test } from 'vitest'
import { codeRules } from '../rules/index.ts'
import { judgeProgram, programs } from './support/code-programs.ts'

describe.each(programs())('$rule: $name', (program) => {
  test('is judged as marked', () => {
    const rule = codeRules.find(one => one.id === program.rule)
    if (rule === undefined) throw new Error(`there is no rule ${program.rule}`)
    const { lines, messages } = judgeProgram(rule, program)
    expect(lines, messages.join('\n')).toEqual(program.expected)
  })
})
