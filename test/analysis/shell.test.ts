import { describe, expect, it } from 'vitest'
import { commandsOf, type ShellCommand } from '../../src/analysis/shell/commands.ts'
import { createDocument } from '../../src/core/document.ts'

function read(text: string): readonly ShellCommand[] {
  return commandsOf(createDocument('README.md', text))
}

function lines(text: string): string[] {
  return read(text).map(command => [command.name, ...command.args].map(word => word.text).join(' '))
}

const fence = (content: string, lang = 'sh'): string => `\`\`\`${lang}\n${content}\n\`\`\`\n`

describe('commandsOf', () => {
  it('reads commands, operators, subshells, loops and substitutions', () => {
    expect(lines(fence('npm run a && yarn b | tee "c d"; (make e)\nfor x in 1 2; do just f; done\necho $(git log)'))).toEqual([
      'npm run a', 'yarn b', 'tee c d', 'make e', 'just f', 'echo $(git log)', 'git log',
    ])
  })

  it.each([
    ['list', '- x\n\n  ```sh\n  cd web && npm run "build"\n    make t\n  ```\n'],
    ['tabbed list', '1. x\n\n\t```sh\n\tcd web && npm run "build"\n\tmake t\n\t```\n'],
    ['block quote', '> ```sh\n> cd web && npm run "build"\n> make t\n> ```\n'],
    ['nested with CRLF', '> - x\r\n>\r\n>   ```sh\r\n>   cd web && npm run "build"\r\n>   make t\r\n>   ```\r\n'],
    ['indented', 'x\n\n    cd web && npm run "build"\n    make t\n'],
    ['no final newline', '```sh\ncd web && npm run "build"\nmake t'],
  ])('gives exact offsets in a %s', (_name, text) => {
    const document = createDocument('README.md', text)
    const commands = commandsOf(document)
    expect(commands.map(command => document.text.slice(command.start, command.end))).toEqual(['cd web', 'npm run "build"', 'make t'])
    expect(commands[1]?.args.map(word => document.text.slice(word.start, word.end))).toEqual(['run', '"build"'])
    expect(commands[1]?.directory).toBe('web')
  })

  it('takes only prompted lines of a transcript, with continuations', () => {
    expect(lines(fence('$ npm run a \\\n    --b\nnpm run output\nuser@host:~/x$ make c\n[root@web ~]# make d', 'console'))).toEqual([
      'npm run a --b', 'make c', 'make d',
    ])
  })

  it('needs known programs in fences without a language', () => {
    expect(lines(fence('npm run a\n# then\n./b.sh', ''))).toEqual(['npm run a', './b.sh'])
    expect(lines(fence('npm run a\nsome output', ''))).toEqual([])
    expect(lines(fence('npm run a', 'js'))).toEqual([])
    expect(lines(fence('> npm run a\n> make b', ''))).toEqual(['npm run a', 'make b'])
  })

  it('takes inline code only when it is a command', () => {
    expect(lines('`npm test`, `npm`, `./run.sh`, `make sure`, `foo bar`, `$ yarn x`, `A=b pnpm y`')).toEqual([
      'npm test', './run.sh', 'make sure', 'yarn x', 'pnpm y',
    ])
    expect(lines('| a |\n|-|\n| `npm run a \\| tee x` |\n')).toEqual(['npm run a', 'tee x'])
  })

  it('marks placeholders, expansions and globs', () => {
    const [command] = read(fence('npm run <name> $X "${Y}" src/*.ts plain {{z}}'))
    expect(command?.args.map(word => [word.dynamic, word.glob])).toEqual([
      [false, false], [true, false], [true, false], [true, false], [false, true], [false, false], [true, false],
    ])
    expect(command?.args[1]?.text).toBe('<name>')
  })

  it('takes wrappers off and keeps what they set', () => {
    const [command] = read(fence('sudo -E env A=b npx cross-env C=d npm run x > out.txt'))
    expect(command?.name.text).toBe('npm')
    expect(command?.assignments.map(one => `${one.name}=${one.value}`)).toEqual(['A=b', 'C=d'])
    expect(command?.redirects.map(one => one.operator + one.target.text)).toEqual(['>out.txt'])
    expect(lines(fence('npx dotenv -e .env -- pnpm y'))).toEqual(['pnpm y'])
  })

  it('drops comments and the bodies of heredocs', () => {
    expect(lines(fence("# it's npm run a\ncat <<EOF > f\nnpm run b\nEOF\nnpm run c # d"))).toEqual(['cat', 'npm run c'])
  })

  it('reads the good lines of a broken block', () => {
    expect(lines(fence("npm run a\nit's broken\nif then\nnpm run b\necho \"open"))).toEqual(expect.arrayContaining(['npm run a', 'npm run b']))
  })

  it('splits PowerShell and cmd plainly', () => {
    expect(lines(fence('cd web; npm run a | Out-Null', 'powershell'))).toEqual(['cd web', 'npm run a', 'Out-Null'])
  })
})

describe('directories', () => {
  const standing = (text: string): unknown[] => read(text).filter(one => one.name.text === 'npm').map(one => one.directory)

  it('follows cd within a section and forgets it at a heading', () => {
    expect(standing(`# A\n${fence('cd packages/web\nnpm a\ncd ../api\nnpm b')}\n${fence('npm c')}\n# B\n${fence('npm d')}`)).toEqual([
      'packages/web', 'packages/api', 'packages/api', '',
    ])
  })

  it('keeps a subshell to itself', () => {
    expect(standing(fence('(cd web && npm a)\nnpm b'))).toEqual(['web', ''])
  })

  it('does not enter the alternatives of tabs twice', () => {
    expect(standing(`${fence('cd web\nnpm a')}\n${fence('cd web\nnpm b')}`)).toEqual(['web', 'web'])
  })

  it.each(['cd $X', 'cd -', 'cd /srv', 'cd ~/x', 'mkdir x && cd x', 'cd <dir>', 'popd'])('gives up after %s', step => {
    expect(standing(fence(`${step}\nnpm a`))).toEqual([undefined])
  })

  it('remembers the clone that the reader entered', () => {
    const command = read(fence('git clone https://example.org/a/b.git\ncd b/web\nnpm a')).at(-1)
    expect(command?.directory).toBeUndefined()
    expect(command?.clone).toEqual({ url: 'https://example.org/a/b.git', directory: 'web' })
  })
})

describe('hostile input', () => {
  it('passes over every kind of white space', () => {
    expect(lines(fence('Get-Item\u00a0 a\u2003b\f c', 'powershell'))).toEqual(['Get-Item a b c'])
  })

  it.each([
    '$(', '`', '"', "'", '<<A ', '<<A\n', '${', '((', '<(', '"$(" ', '[[ ( ', 'f() ', '\\\n', '$ a <<X\n', '$ ', '> ', 'PS ', 'a@b', '{ ', 'case x in ',
  ])('survives %j over and over', piece => {
    const flood = piece.repeat(100_000 / piece.length)
    for (const text of [fence(`npm run a\n${flood}`), fence(`$ npm run a\n${flood}`, ''), fence(flood, 'cmd'), `\`npm ${flood}\``]) {
      for (const command of read(text)) if (command.end > text.length) expect.fail(`${String(command.end)} lies behind the end`)
    }
    expect(lines(fence(`npm run a\n\n# ${flood.replaceAll('\n', ' ')}`))).toContain('npm run a')
  })

  it('reads 100,000 lines', () => {
    expect(read(fence('npm run x && make y\n'.repeat(100_000)))).toHaveLength(200_000)
  })
})
