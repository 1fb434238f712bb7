/** The command as it is loaded with compiled code: characters beyond ASCII in its own source must survive. */
import { expect, test } from 'vitest'
import { useCommand } from '../../support/command.ts'
import { commitFiles, createGitRepository, runGit } from '../../support/git-repository.ts'

const command = useCommand()

test('finds the same in a tree diagram with and without the cache', () => {
  const root = createGitRepository({ 'src/main.ts': 'a\n', 'src/old.ts': 'b\n', 'src/router.ts': 'c\n', 'src/server.ts': 'd\n' })
  runGit(root, 'rm', '-q', 'src/old.ts')
  commitFiles(root, { 'README.md': '```text\nsrc/\n├── main.ts\n├── router.ts\n├── server.ts\n└── old.ts\n```\n' })

  const cached = command.run({ cwd: root }, 'check', '--format', 'json')
  const plain = command.run({ cwd: root }, 'check', '--format', 'json', '--no-cache')

  expect(JSON.parse(cached.out)).toMatchObject({ findings: [{ rule: 'no-missing-paths', line: 6, subject: 'old.ts' }] })
  expect(cached.out).toBe(plain.out)
})
