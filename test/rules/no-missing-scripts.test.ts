import { describe, expect, it } from 'vitest'
import { noMissingScripts } from '../../rules/docs/no-missing-scripts.ts'
import { createDocument } from '../../src/core/document.ts'
import { pointAt } from '../../src/core/position.ts'
import type { Repository } from '../../src/core/repository.ts'
import type { Verdict } from '../../src/core/verdict.ts'
import { memoryRepository } from '../support/memory-repository.ts'

/** `subject: status` of every command; a broken one with its confidence. */
function judge(text: string, repository: Repository, path = 'CONTRIBUTING.md'): string[] {
  return verdicts(text, repository, path).map(({ subject, verdict }) => `${subject}: ${verdict === undefined ? 'nothing' : verdict.status === 'broken' ? verdict.confidence : verdict.status}`)
}

function verdicts(text: string, repository: Repository, path = 'CONTRIBUTING.md', ignore: readonly string[] = []): { subject: string; verdict: Verdict | undefined }[] {
  const document = createDocument(path, text)
  return [...noMissingScripts.references(document, { ignore })].map(mention => {
    const from = pointAt(document.lines, mention.start)
    const to = pointAt(document.lines, mention.end)
    const subject = document.text.slice(mention.start, mention.end)
    // Targets are cached as JSON.
    const target = JSON.parse(JSON.stringify(mention.target)) as typeof mention.target
    const reference = { ...mention, target, path, subject, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
    return { subject, verdict: noMissingScripts.verify(reference, repository, { ignore }) }
  })
}

const fence = (content: string, lang = 'sh'): string => `\`\`\`${lang}\n${content}\n\`\`\`\n`

const workspace = memoryRepository({
  'package.json': JSON.stringify({
    name: 'root', workspaces: ['packages/*'], scripts: { build: 'x', 'docs:build': 'x', 'build-types-check': 'x', typecheck: 'x', 'test-unit': 'x' },
    devDependencies: { '@changesets/cli': '1', vite: '1', '@playwright/test': '1' },
  }),
  'packages/a/package.json': JSON.stringify({ name: '@s/a', scripts: { start: 'x', 'docker:start': 'x' } }),
  'packages/b/package.json': JSON.stringify({ name: '@s/b', scripts: { test: 'x', 'test:e2e': 'x' } }),
  'website/package.json': JSON.stringify({ name: 'website', scripts: { start: 'x', build: 'x' } }),
  'templates/app/package.json': JSON.stringify({ name: 'app', scripts: { preview: 'x' } }),
  'playground/package.json': JSON.stringify({ name: 'playground' }),
  Makefile: '.PHONY: build\nbuild:\n\techo\ntest-%:\n\techo\n',
  'images/base/Makefile': 'quick:\n',
  'docs/index.md': '',
})

describe('must find', () => {
  it.each([
    ['pnpm run check-dist-types', 'high'], ['npm run bootstrap', 'high'], ['npm run collector:docker:ot', 'high'], ['npm run e2e', 'high'],
    ['pnpm cypress:open', 'high'], ['yarn docs:install', 'high'], ['pnpm test:unit', 'high'], ['yarn typechek', 'high'], ['bun run nope', 'high'],
    ['npm run -s nope', 'high'], ['make start', 'high'], ['make arch-diagram', 'high'], ['npm start', 'holds'],
  ])('%s', (command, verdict) => {
    expect(judge(`Run \`${command}\`.`, workspace)).toEqual([`${command}: ${verdict}`])
    expect(judge(fence(command), workspace)).toEqual([`${command}: ${verdict}`])
  })

  it('takes the README beside a package for its manual', () => {
    expect(judge(fence('yarn dev'), workspace, 'website/README.md')).toEqual(['yarn dev: high'])
  })

  it('follows cd, --prefix, -C and --cwd', () => {
    expect(judge(fence('cd packages/a && npm run start && npm run build:x\ncd ../b\nnpm run start'), workspace)).toEqual([
      'npm run start: holds', 'npm run build:x: high', 'npm run start: medium',
    ])
    expect(judge(fence('npm --prefix packages/a run start\npnpm -C packages/b run nope\nyarn --cwd packages/b test'), workspace)).toEqual([
      'npm --prefix packages/a run start: holds', 'pnpm -C packages/b run nope: high', 'yarn --cwd packages/b test: holds',
    ])
  })

  it('holds a named package to its own scripts', () => {
    expect(judge(fence('npm run start -w @s/a\nnpm run start -w packages/b\npnpm --filter a start\npnpm --filter "@s/*" test:e2e\nyarn workspace @s/b start\nyarn workspace @s/c start'), workspace)).toEqual([
      'npm run start: holds', 'npm run start: high', 'pnpm --filter a start: holds', 'pnpm --filter "@s/*" test:e2e: holds',
      'yarn workspace @s/b start: high', 'yarn workspace @s/c start: unknown',
    ])
  })

  it('knows a package by a slip in its name', () => {
    const packages = memoryRepository({
      'package.json': '{"name":"root","scripts":{"a":"b"}}', 'packages/w/package.json': '{"name":"@s/website","scripts":{"start":"x"}}',
    })
    expect(judge(fence('yarn workspace @s/web-site start\nyarn workspace @t/website start\npnpm --filter @s/api start'), packages)).toEqual([
      'yarn workspace @s/web-site start: medium', 'yarn workspace @t/website start: medium', 'pnpm --filter @s/api start: unknown',
    ])
  })

  it('judges a manual that lies beside its package, near names and folders that are entered', () => {
    expect(judge(fence('pnpm typechek'), workspace, 'docs/guide.md')).toEqual(['pnpm typechek: high'])
    expect(judge(fence('cd packages/a && npm run nope'), workspace, 'website/content/learn/a.md')).toEqual(['npm run nope: high'])
  })

  it('gives a receipt and one fix', () => {
    const [found] = verdicts('Run `yarn typechek`', workspace)
    expect(found?.verdict).toEqual({
      status: 'broken', confidence: 'high', messageId: 'script', data: { package: 'package.json', script: 'typechek' }, evidence: 'nearest: `typecheck`',
      fix: { safety: 'suggestion', range: [10, 18], text: 'typecheck', title: 'Replace by `typecheck`' },
    })
  })

  it('judges every target of make', () => {
    expect(judge(fence('make V=1 build nope test-x -j 4'), workspace)).toEqual(['make V=1 build: holds', 'nope: high', 'test-x: holds'])
    expect(judge(fence('make -C images/base quick\nmake -C images/base nope'), workspace)).toEqual([
      'make -C images/base quick: holds', 'make -C images/base nope: high',
    ])
  })
})

describe('must stay silent', () => {
  it.each([
    'yarn vite', 'pnpm changeset', 'pnpm playwright', 'pnpm env use', 'pnpm install x', 'npm ci', 'npm package', 'yarn add x', 'npm run <name>',
    'npm run $X', 'npm run test:*', 'make sure', 'make it work', 'just a word', 'npx nope', 'node scripts/x.js', './x.sh', 'npm run foo', 'pnpm exec nope',
    'pnpm -r test:e2e', 'pnpm dlx nope', 'bun test nope', 'npm run nope --if-present', 'yarn workspaces foreach run test:e2e', 'pnpm is',
    'npm run build/test', 'cargo nope', 'uv run pytest', 'composer install', 'make x.o', 'make packages', 'just nope', 'task nope',
  ])('%s', command => {
    expect(judge(`Run \`${command}\` now`, workspace).filter(line => !/: (?:holds|unknown|nothing|low)$/.test(line))).toEqual([])
  })

  it.each([
    ['a script of any package', 'npm run docker:start', 'docs/index.md'],
    ["the reader's own project", 'npm run serve', 'docs/guide/index.md'],
    ['a template', 'npm run preview', 'docs/guide/deploy.md'],
    ['a package without scripts', 'npm run nope', 'playground/README.md'],
    ['a tutorial without a package of its own', 'npm run test:modules', 'website/content/learn/test.md'],
    ['a bare name in a manual for users', 'pnpm shimmy', 'docs/cli/shimmy.md'],
    ['a package that a tutorial makes', 'yarn workspace @s/orders-service start', 'docs/tutorial.md'],
    ['a build of the reader in a manual', 'npm run serve', 'docs/source/deployment/azure.mdx'],
    ['a placeholder for a target', 'make sometarget', 'CONTRIBUTING.md'],
  ])('%s', (_name, command, path) => {
    const lone = path.startsWith('playground') ? memoryRepository({ 'playground/package.json': '{}', 'other/package.json': '{"scripts":{"a":"b"}}' }) : workspace
    expect(judge(`\`${command}\``, lone, path).filter(line => !/: (?:holds|unknown)$/.test(line))).toEqual([])
  })

  it.each([
    ['a project that is made first', fence('npm create vite@latest my-app\nnpm run nope')],
    ['a clone of another repository', fence('git clone https://example.org/x/other.git\ncd other\nnpm run nope')],
    ['a clone that is not entered', fence('git clone https://example.org/x/other.git\nnpm run nope')],
    ['a fresh folder', fence('mkdir x && cd x\nnpm run nope')],
    ['a folder that is not there', fence('cd my-app\nnpm run nope')],
    ['a manifest that the reader writes', `${fence('{ "scripts": { "nope": "x" } }', 'json')}\n${fence('npm run nope')}`],
    ['a rule that the reader writes', `${fence('nope: x\n\techo', 'makefile')}\n${fence('make nope')}`],
    ['struck-through text', '~~`npm run nope`~~'],
    ['text that says it is gone', 'The script `npm run nope` was removed in v2.'],
    ['output', fence('$ make build\nnpm run nope', 'console')],
  ])('%s', (_name, text) => {
    expect(judge(text, workspace).filter(line => !/: (?:holds|unknown)$/.test(line))).toEqual([])
  })

  it('a clone of this very repository is judged', () => {
    expect(judge(fence('git clone https://example.org/me/root.git\ncd root\nnpm run nope\nnpm run build'), workspace)).toEqual(['npm run nope: high', 'npm run build: holds'])
  })

  it('names that an option excuses', () => {
    expect(verdicts('`npm run nope`', workspace, 'x.md', ['nope'])[0]?.verdict).toEqual({ status: 'unknown', reason: 'ignored by an option' })
  })

  it('a repository without manifests', () => {
    expect(judge(fence('npm run a\nmake b\njust c'), memoryRepository({ 'x.md': '' }))).toEqual(['npm run a: unknown', 'make b: unknown', 'just c: unknown'])
  })

  it('a Makefile that makes its targets', () => {
    expect(judge('`make nope`', memoryRepository({ Makefile: '%: x\n' }))).toEqual(['make nope: unknown'])
  })
})

describe('other runners', () => {
  const tools = memoryRepository({
    justfile: 'build:\n  x\n', 'Taskfile.yml': 'tasks:\n  build: x\n', 'composer.json': '{"scripts":{"check":"x"}}', 'deno.json': '{"tasks":{"dev":"x"}}',
    'turbo.json': '{"tasks":{"build":{}}}', '.cargo/config.toml': '[alias]\ncodegen = "run"\n', Rakefile: 'task :a\n',
    'pyproject.toml': '[project.scripts]\nserve-app = "x"\n[tool.poe.tasks]\nlint = "x"\n',
  })

  it.each([
    ['just build', 'holds'], ['just nope arg', 'high', 'just nope'], ['task build', 'holds'], ['task nope', 'high'], ['composer run check', 'holds'],
    ['composer run-script nope', 'high'], ['composer chek', 'medium'], ['composer frobnicate', 'nothing'], ['deno task dev', 'holds'], ['deno task nope', 'high'],
    ['npx turbo run nope', 'low'], ['turbo build', 'holds'], ['cargo codegen', 'holds'], ['cargo codegn', 'medium'], ['cargo frobnicate', 'nothing'],
    ['rake a', 'holds'], ['bundle exec rake nope', 'high'], ['poetry run serve-app', 'holds'], ['uv run serve-ap', 'medium'], ['uv run frobnicate', 'nothing'],
    ['poetry run poe lint', 'holds'], ['poe nope', 'high'],
  ])('%s', (command, verdict, subject = command) => {
    expect(judge(fence(command), tools)).toEqual([`${subject}: ${verdict}`])
  })
})

describe('hostile input', () => {
  it.each(['`npm run x` ', '`make x` was removed ', '"a": ', '# h\n\n`yarn q`\n\n', '```sh\ngit clone a/b\nnpm run q\n```\n'])('finishes on %j over and over', piece => {
    const document = createDocument('x.md', piece.repeat(200_000 / piece.length))
    const count = [...noMissingScripts.references(document, { ignore: [] })].length
    expect(count).toBe(piece.startsWith('"') || piece.includes('run x') || piece.includes('make x') ? 0 : Math.floor(200_000 / piece.length))
  })
})

describe('own programs', () => {
  const own = memoryRepository({
    'package.json': '{"name":"@s/tool","bin":{"tool":"dist/cli.js"}}',
    'src/cli.ts': "import { Command } from 'commander'\nconst p = new Command()\np.option('-p, --port <n>')\np.command('build').option('--no-cache')\n",
  })
  const open = memoryRepository({ 'package.json': '{"name":"tool","bin":"cli.js"}', 'cli.js': "import 'commander'\np.option('--port').option(x).command('build')" })

  it('judges flags and commands', () => {
    expect(judge(fence('tool build --port=1 -p 2 --prot 3 --cache --help\nnpx @s/tool@latest deploy -x\nother --port'), own)).toEqual([
      'tool build: holds', '--port: holds', '-p: holds', '--prot: medium', '--cache: holds', '--help: holds',
      '@s/tool@latest deploy: medium', '-x: medium', '--port: nothing',
    ])
  })

  it('never judges against a definition that is not literal', () => {
    expect(judge(fence('tool deploy --prot --port'), open)).toEqual(['tool deploy: unknown', '--prot: unknown', '--port: holds'])
  })
})
