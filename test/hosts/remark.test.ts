import path from 'node:path'
import { remark } from 'remark'
import { beforeEach, expect, test } from 'vitest'
import { forgetRepositories } from '../../src/hosts/living-repository.ts'
import docLockdown, { type DocLockdownOptions } from '../../src/hosts/remark/index.ts'
import { checkoutOf } from '../support/checkout.ts'

const OLD = 'export const old = 1\n'
const TEXT = '# App\n\nSee `src/old.ts`.\n'

function checkout(files: Readonly<Record<string, string>> = {}): string {
  return checkoutOf({ 'src/old.ts': OLD }, { 'src/new.ts': OLD, 'docs/a.md': TEXT, ...files })
}

/** The messages for docs/a.md with this text. */
async function messages(root: string, options: DocLockdownOptions = {}, file: object = { path: 'docs/a.md', value: TEXT }): Promise<readonly object[]> {
  return (await remark().use(docLockdown, options).process({ cwd: root, ...file })).messages
}

beforeEach(forgetRepositories)

test('a message has everything that a reporter can show', async () => {
  expect(await messages(checkout())).toMatchObject([{
    ruleId: 'no-missing-paths',
    source: 'doc-lockdown',
    fatal: true,
    reason: expect.stringMatching(/^`src\/old\.ts` does not exist any more: renamed to `src\/new\.ts` in [0-9a-f]{8} \(2024-01-03\)\.$/) as string,
    note: expect.stringMatching(/^renamed to `src\/new\.ts` in /) as string,
    url: 'https://github.com/doc-lockdown/doc-lockdown/blob/main/docs/rules/no-missing-paths.md',
    place: { start: { line: 3, column: 6, offset: 12 }, end: { line: 3, column: 16, offset: 22 } },
    actual: 'src/old.ts',
    expected: ['src/new.ts'],
  }])
})

test('the config file of the repository counts', async () => {
  const root = checkout({ 'doc-lockdown.config.json': '{ "rules": { "no-missing-paths": "warn" } }' })

  expect(await messages(root)).toMatchObject([{ fatal: false }])
})

test('a configuration can be given', async () => {
  expect(await messages(checkout(), { config: { rules: { 'no-missing-paths': 'off' } } })).toEqual([])
  expect(await messages(checkout(), { config: { ignore: ['docs/**'] } })).toEqual([])
  await expect(messages(checkout(), { config: { rules: { 'no-missing-path': 'off' } } })).rejects.toThrow('unknown rule "no-missing-path"; did you mean "no-missing-paths"?')
})

test('suppressions count, and need a reason', async () => {
  const excused = (reason: string): object => ({ path: 'docs/a.md', value: `<!-- eslint-disable-next-line doc-lockdown/no-missing-paths${reason} -->\n\`src/old.ts\`\n` })

  expect(await messages(checkout(), {}, excused(' -- for readers of v1'))).toEqual([])
  expect(await messages(checkout(), {}, excused(''))).toMatchObject([{ ruleId: 'valid-suppressions' }])
})

test.each([
  ['an absolute path', (root: string) => ({ path: path.join(root, 'docs/a.md'), value: TEXT }), 1],
  ['no path', () => ({ value: TEXT }), 1],
  ['a changelog', () => ({ path: 'CHANGELOG.md', value: TEXT }), 0],
])('%s', async (_what, file, count) => {
  const root = checkout()

  expect(await messages(root, {}, file(root))).toHaveLength(count)
})
