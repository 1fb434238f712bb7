import { expect, test } from 'vitest'
import { declaresStrict } from '../../src/core/strict-declaration.ts'

test.each([
  ['a word', '---\ndoc-lockdown: strict\n---\n'],
  ['a quoted word', '---\ntitle: x\ndoc-lockdown: "strict"\n---\n'],
  ['a word with a comment', '---\ndoc-lockdown: strict # since May\n---\n'],
  ['a flow mapping', '---\ndoc-lockdown: { strict: true }\n---\n'],
  ['a block mapping', '---\ndoc-lockdown:\n  owner: ops\n\n  strict: true\ntitle: x\n---\n'],
  ['Windows line ends', '---\r\ndoc-lockdown: strict\r\n---\r\n'],
])('strict: %s', (_what, text) => {
  expect(declaresStrict(text)).toBe(true)
})

test.each([
  ['no front matter', 'doc-lockdown: strict\n'],
  ['below the front matter', '---\ntitle: x\n---\n\ndoc-lockdown: strict\n'],
  ['front matter without an end', '---\ndoc-lockdown: strict\n'],
  ['a thematic break', '----\ndoc-lockdown: strict\n---\n'],
  ['another word', '---\ndoc-lockdown: stricter\n---\n'],
  ['false', '---\ndoc-lockdown: { strict: false }\n---\n'],
  ['the key of somebody else', '---\ndoc-lockdown:\nstrict: true\n---\n'],
  ['an inner key', '---\ntool:\n  doc-lockdown: strict\n---\n'],
])('not strict: %s', (_what, text) => {
  expect(declaresStrict(text)).toBe(false)
})
