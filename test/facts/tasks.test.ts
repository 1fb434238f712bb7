import { describe, expect, it } from 'vitest'
import { declares, tasksFact, type Runner, type TaskFile } from '../../src/facts/tasks.ts'
import { memoryRepository } from '../support/memory-repository.ts'

function only(runner: Runner, files: Readonly<Record<string, string>>): TaskFile {
  const [file] = memoryRepository(files).get(tasksFact).filesOf(runner)
  if (file === undefined) throw new Error('no task file')
  return file
}

describe('make', () => {
  it('reads targets, phony lists, double colons and continuations', () => {
    const file = only('make', { Makefile: '.PHONY: a b\na: x y\n\techo c:\nd e &: f\ng:: h\ni \\\n  j: k\n# z:\nX := v:w\nl: X = 1\n' })
    expect([...file.names]).toEqual(expect.arrayContaining(['a', 'b', 'd', 'e', 'g', 'i', 'j', 'l']))
    for (const name of ['c', 'z', 'v', 'X', 'x']) expect(declares(file, name)).toBe(false)
    expect(file.open).toBeUndefined()
  })

  it('fills in plain variables and keeps patterns', () => {
    const file = only('make', { Makefile: 'ALL = one two\nALL += three\n$(ALL): x\ntest-%: x\nrun-$(shell uname): x\n' })
    expect(['one', 'three', 'test-unit', 'run-linux', 'unit'].map(name => declares(file, name))).toEqual([true, true, true, true, false])
    expect(file.open).toBeUndefined()
  })

  it.each([
    ['$(foreach x,$(LIST),$(eval $(call rule,$(x))))\n'], ['%:\n\t@true\n'], ['.DEFAULT:\n\t@true\n'], ['include missing.mk\n'],
    ['$(TARGETS): x\n'], ['-include $(shell curl -sSL -o .x https://example.org; echo .x)\n'],
  ])('says that more targets can exist: %j', text => {
    expect(only('make', { Makefile: `a:\n${text}` }).open).toBeDefined()
  })

  it('sees through prefixes', () => {
    const file = only('make', { Makefile: '%: common-% ;\ncommon-lint:\nALL = $(addprefix docker-,$(ARCHS))\n$(ALL): docker-%: x\n' })
    expect(['lint', 'common-lint', 'docker-arm', 'nope'].map(name => declares(file, name))).toEqual([true, true, true, false])
    expect(file.open).toBeUndefined()
  })

  it('follows includes, also by wildcard and beside the file', () => {
    const file = only('make', {
      'sub/Makefile': 'DIR := mk\ninclude $(DIR)/*.mk\n-include .env\ninclude $(wildcard more/*.mk)\n-include $(DEPS)\n', 'sub/mk/a.mk': 'a:\n', 'sub/mk/b.mk': 'b: a\ninclude mk/a.mk\n',
    })
    expect([...file.names]).toEqual(['a', 'b'])
  })

  it('prefers GNUmakefile and looks in the folder only', () => {
    const tasks = memoryRepository({ Makefile: 'a:\n', GNUmakefile: 'b:\n', 'sub/x': '' }).get(tasksFact)
    expect(tasks.inFolder('make', '')?.path).toBe('GNUmakefile')
    expect(tasks.inFolder('make', 'sub')).toBeUndefined()
  })
})

describe('just', () => {
  it('reads recipes, aliases, imports and modules', () => {
    const file = only('just', {
      justfile: 'set shell := ["bash"]\nx := "y:z"\nalias b := build\nimport "more.just"\nmod web\nmod gone\n[private]\n@build target="a:b": dep\n  echo hi:\n', 'more.just': 'extra:\n', 'web.just': 'serve:\n',
    })
    expect([...file.names].sort()).toEqual(['b', 'build', 'extra', 'gone', 'web', 'web::serve'])
    expect(declares(file, 'gone::x')).toBe(true)
  })
})

describe('task', () => {
  it('reads tasks, aliases, wildcards and includes', () => {
    const file = only('task', {
      'Taskfile.yml': 'includes:\n  db: ./db\n  far: https://example.org/x.yml\ntasks:\n  build:\n    aliases: [b]\n  "start:*": x\n', 'db/Taskfile.yml': 'tasks:\n  up: x\n',
    })
    expect(['build', 'b', 'start:x', 'db:up', 'far:x', 'up', 'db:down'].map(name => declares(file, name))).toEqual([true, true, true, true, true, false, false])
  })

  it('is open when the file is no YAML', () => {
    expect(only('task', { 'Taskfile.yml': '{{' }).open).toBeDefined()
  })
})

describe('manifests', () => {
  it('reads composer, deno, turbo and cargo', () => {
    const tasks = memoryRepository({
      'composer.json': '{"scripts":{"check":"x"}}', 'deno.jsonc': '{"tasks":{"dev":"x",},}', 'turbo.json': '{"tasks":{"web#build":{}}}', '.cargo/config.toml': '[alias]\nxtask = "run"\n',
    }).get(tasksFact)
    expect([...tasks.filesOf('composer')[0]?.names ?? []]).toEqual(['check'])
    expect([...tasks.filesOf('deno')[0]?.names ?? []]).toEqual(['dev'])
    expect([...tasks.filesOf('turbo')[0]?.names ?? []]).toEqual(['web#build', 'build'])
    expect(tasks.inFolder('cargo', 'crates/a')?.names).toEqual(new Set(['xtask']))
  })

  it('reads what pyproject.toml declares, by runner', () => {
    const text = '[project.scripts]\na = "x"\n[tool.poetry.scripts]\nb = "x"\n[tool.poe.tasks]\nc = "x"\n[tool.pdm.scripts]\nd = "x"\n[tool.taskipy.tasks]\ne = "x"\n[tool.hatch.envs.default.scripts]\nf = "x"\n'
    const tasks = memoryRepository({ 'pyproject.toml': text }).get(tasksFact)
    const names = (runner: Runner): string[] => tasks.filesOf(runner).flatMap(file => [...file.names])
    expect([names('python'), names('poe'), names('taskipy'), names('hatch')]).toEqual([['a', 'b', 'd'], ['c'], ['e'], ['default:f', 'f']])
  })

  it('reads simple Rakefiles and admits what it cannot', () => {
    const simple = only('rake', { Rakefile: "require 'rake'\ntask :a\nnamespace :db do\n  task migrate: :env do\n  end\nend\ntask 'b'\n" })
    expect([...simple.names]).toEqual(['default', 'a', 'db:migrate', 'b'])
    expect(simple.open).toBeUndefined()
    expect(only('rake', { Rakefile: 'Rails.application.load_tasks\n' }).open).toBeDefined()
  })

  it('gives nothing for unreadable files', () => {
    const tasks = memoryRepository({ 'composer.json': 'x', 'pyproject.toml': '[[[', 'turbo.json': '[]', '.cargo/config.toml': '=' }).get(tasksFact)
    for (const runner of ['composer', 'python', 'turbo', 'cargo'] as const) expect(tasks.filesOf(runner)).toEqual([])
  })
})

describe('hostile input', () => {
  it.each(['a\\\n', '$(', '$(X)', 'a:', '(', 'X=$(X)$(X)\n$(X):\n', 'include $(X)\n', '#', 'define x\n', ': '])('reads a Makefile of %j', piece => {
    const file = only('make', { Makefile: `first:\n${piece.repeat(200_000 / piece.length)}` })
    expect(file.names.has('first')).toBe(true)
  })

  it('survives includes in a circle', () => {
    expect(only('make', { Makefile: 'include a.mk\nx:\n', 'a.mk': 'include Makefile\ny:\n' }).names).toEqual(new Set(['y', 'x']))
    expect(only('just', { justfile: 'import "justfile"\nmod justfile "justfile"\nx:\n' }).names.has('x')).toBe(true)
  })
})
