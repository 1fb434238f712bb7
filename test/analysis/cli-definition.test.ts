import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../src/analysis/cli-definition/read.ts'
import type { CliDefinition } from '../../src/analysis/cli-definition/definition.ts'
import { programsFact } from '../../src/facts/programs.ts'
import { memoryRepository } from '../support/memory-repository.ts'

function read(text: string, path = 'cli.ts'): CliDefinition | undefined {
  return readDefinition([{ path, text }])
}

function found(text: string): unknown {
  const definition = read(text)
  return { flags: [...definition?.flags ?? []].sort(), commands: [...definition?.commands ?? []].sort(), takes: definition?.takesArguments, open: definition?.open }
}

describe('readDefinition', () => {
  it('reads commander', () => {
    expect(found(`
      import { Command, Option } from 'commander'
      const program = new Command()
      program.version('1', '-x, --vers').option('-p, --port <n>', 'port').addOption(new Option('--color <c>').choices(['a']))
      program.command('build [dir]').alias('b').argument('<x>').requiredOption('--no-cache').action(() => {})
      program.parse()
    `)).toEqual({ flags: ['--color', '--no-cache', '--port', '--vers', '-p', '-x'], commands: ['b', 'build'], takes: false, open: undefined })
  })

  it('reads cac', () => {
    expect(found(`
      import { cac } from 'cac'
      const cli = cac('x')
      cli.option('--base <path>', 'x').command('[root]', 'x').alias('serve').option('-f, --[no-]force', 'x')
    `)).toEqual({ flags: ['--base', '--force', '-f'], commands: ['serve'], takes: true, open: undefined })
  })

  it('reads yargs', () => {
    expect(found(`
      const yargs = require('yargs')
      yargs.option('outDir', { alias: 'o', type: 'string' }).options({ quiet: { alias: ['q'] } }).boolean(['v2'])
        .command('add <x>', 'x').command({ command: 'rm', aliases: ['del'], handler() {} }).argv
    `)).toEqual({ flags: ['--o', '--out-dir', '--outDir', '--q', '--quiet', '--v2', '-o', '-q'], commands: ['add', 'del', 'rm'], takes: false, open: undefined })
  })

  it('reads citty', () => {
    expect(found(`
      import { defineCommand } from 'citty'
      const args = { dryRun: { type: 'boolean', alias: 'd' } } as const
      export default defineCommand({ args, subCommands: { dev: () => import('./dev'), build } })
    `)).toEqual({ flags: ['--d', '--dry-run', '--dryRun', '-d'], commands: ['build', 'dev'], takes: false, open: undefined })
  })

  it('reads util.parseArgs', () => {
    expect(found(`
      import { parseArgs } from 'node:util'
      const options = { root: { type: 'string', short: 'r' }, 'dry-run': { type: 'boolean' } }
      parseArgs({ options, allowPositionals: true })
    `)).toEqual({ flags: ['--dry-run', '--root', '-r'], commands: [], takes: true, open: undefined })
  })

  it.each([
    ["import 'commander'; p.option(flag)"], ["import 'commander'; p.addCommand(x)"], ["import 'commander'; p.option('--x').allowUnknownOption()"],
    ["import 'commander'; p.option('--x'); process.argv.includes('--y')"], ["import 'commander'; import 'minimist'; p.option('--x')"],
    ["import 'yargs'; y.options({ ...shared })"], ["import 'yargs'; y.command(module)"], ["import 'yargs'; y.commandDir('x'); y.option('z')"],
    ["import { cac } from 'cac'; c.command(name)"], ["import 'citty'; defineCommand({ args: { ...shared } })"], ["import 'citty'; defineCommand(make())"],
    ["import { parseArgs } from 'node:util'; parseArgs({ options: make() })"], ["import { parseArgs } from 'node:util'; parseArgs({ options: {}, strict: false })"],
    ["import 'commander'; import 'yargs'; p.option('--x')"], ["import 'commander'; p.option('--x'"],
  ])('is open when anything is not literal: %s', text => {
    expect(read(text)?.open).toBeDefined()
  })

  it('gives nothing without a known parser', () => {
    expect(read("console.log('x')")).toBeUndefined()
    expect(readDefinition([])).toBeUndefined()
  })

  it.each(["p.option('--x').", '(', '[', "'--x'+", '{"a":', '`${', '/*', '\0'])('survives %j over and over', piece => {
    const definition = read(`import 'commander'; p.option('--first')\n${piece.repeat(20_000)}`)
    expect(definition?.library).toBe('commander')
  })
})

describe('programsFact', () => {
  const cli = "#!/usr/bin/env node\nimport { Command } from 'commander'\nimport { add } from './more.js'\nnew Command().option('--port <n>')\n"

  it('follows bin to the source and its imports', () => {
    const repository = memoryRepository({
      'package.json': '{"name":"@s/tool","bin":{"tool":"./dist/cli.js"}}', 'src/cli.ts': cli, 'src/more.ts': "import { Option } from 'commander'\nnew Option('--more')\nimport x from './x.json'\n",
    })
    for (const name of ['tool', '@s/tool']) {
      const program = repository.get(programsFact).program(name)
      expect(program?.source).toBe('src/cli.ts')
      expect(program?.definition).toMatchObject({ library: 'commander', flags: new Set(['--port', '--more']), open: undefined })
    }
    expect(repository.get(programsFact).program('other')).toBeUndefined()
  })

  it('is open when an import is missing or another package of the repository', () => {
    const missing = memoryRepository({ 'package.json': '{"name":"tool","bin":"cli.js"}', 'cli.js': cli })
    expect(missing.get(programsFact).program('tool')?.definition?.open).toBe('cli.js imports ./more.js, which is not in the repository')
    const shared = memoryRepository({
      'package.json': '{"name":"tool","bin":"cli.js"}', 'cli.js': "import 'commander'\nimport '@s/core'\n", 'core/package.json': '{"name":"@s/core"}',
    })
    expect(shared.get(programsFact).program('tool')?.definition?.open).toBe('cli.js imports @s/core')
  })

  it('knows no source for what is only built', () => {
    const repository = memoryRepository({ 'package.json': '{"name":"tool","bin":"dist/x.js"}' })
    expect(repository.get(programsFact).program('tool')).toMatchObject({ source: undefined, definition: undefined })
  })
})
