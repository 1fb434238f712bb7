import { expect, test } from 'vitest'
import { commandsInMakefile } from '../../../src/analysis/make/snippets.ts'

const MAKEFILE = 'check: deps\n\t@npm run lint && \\\n\t  npm test\n\t-@docker rm db\ndefine TEXT\n\tnot run\nendef\nfiles = a \\\n\tb\n'

test('recipes are commands with the way back to the file', () => {
  const found = commandsInMakefile(MAKEFILE)

  expect(found.map(({ text, ignored }) => [text, ignored])).toEqual([['npm run lint && \\\n\t  npm test', undefined], ['docker rm db', MAKEFILE.indexOf('-@docker')]])
  expect(found.map(command => MAKEFILE.slice(command.toFile(command.text.length - 4), command.toFile(command.text.length)))).toEqual(['test', 'm db'])
})
