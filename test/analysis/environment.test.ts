import { describe, expect, it } from 'vitest'
import { variableCollections } from '../../src/analysis/environment/collections.ts'
import { variablesOf } from '../../src/analysis/environment/mentions.ts'
import { matchesName } from '../../src/analysis/environment/patterns.ts'
import { readEnvironment } from '../../src/analysis/environment/read.ts'
import { stringSetsOf } from '../../src/analysis/environment/string-sets.ts'
import { createDocument } from '../../src/core/document.ts'

/** `NAME how need` of every use. */
function uses(path: string, text: string): string[] {
  return readEnvironment(path, text).uses.map(use => [use.name, use.how, use.need].filter(one => one !== undefined).join(' '))
}

describe('what code reads', () => {
  it.each([
    ['a.ts', 'const a = process.env.A_B', 'A_B read'],
    ['a.ts', "const a = process.env['A_B'] ?? 'x'", 'A_B read defaulted'],
    ['a.ts', 'process.env.A_B = "1"', 'A_B set'],
    ['a.ts', 'if (process.env.A_B === "1") x()', 'A_B read'],
    ['a.ts', "const { A_B, C_D = 'x' } = process.env", 'C_D read defaulted'],
    ['a.ts', 'const env = process.env\nuse(env.A_B)', 'A_B read'],
    ['a.ts', 'function f(env: NodeJS.ProcessEnv) { return env.A_B }', 'A_B read'],
    ['a.ts', "Deno.env.get('A_B')", 'A_B read'],
    ['a.tsx', 'import.meta.env.VITE_A', 'VITE_A read'],
    ['a.ts', "requireEnv('A_B')", 'A_B read required'],
    ['a.ts', 'z.object({\n  A_B: z.string().url(),\n  C_D: z.string().optional(),\n})', 'C_D read optional'],
    ['a.ts', "createEnv({ server: { A_B: z.enum(['a', 'b']).default('a') } })", 'A_B read defaulted'],
    ['a.ts', "cleanEnv(process.env, { A_B: str({ default: 'x' }), C_D: url() })", 'C_D read required'],
    ['a.py', "os.environ['A_B']", 'A_B read required'],
    ['a.py', 'os.getenv("A_B", "x")', 'A_B read defaulted'],
    ['a.py', 'class S(BaseSettings):\n    database_url: str\n', 'DATABASE_URL read required'],
    ['a.go', 'os.LookupEnv("A_B")', 'A_B read'],
    ['a.go', 'A string `env:"A_B,required"`', 'A_B read'],
    ['a.rb', "ENV.fetch('A_B', nil)", 'A_B read defaulted'],
    ['a.rs', 'env::var("A_B")', 'A_B read'],
    ['a.java', 'System.getenv("A_B")', 'A_B read'],
    ['a.php', "env('A_B', true)", 'A_B read defaulted'],
    ['a.cs', 'Environment.GetEnvironmentVariable("A_B")', 'A_B read'],
    ['schema.prisma', 'url = env("A_B")', 'A_B read required'],
    ['a.sh', 'echo "${A_B:-x}"', 'A_B read defaulted'],
    ['a.sh', 'export A_B=1', 'A_B set'],
    ['Makefile', 'A_B ?= 1', 'A_B set'],
    ['Dockerfile', 'ENV A_B=1', 'A_B set defaulted'],
    ['compose.yml', '    environment:\r\n      - A_B=1\r\n', 'A_B set'],
    ['.github/workflows/a.yml', 'env:\n  X: ${{ secrets.A_B }}', 'A_B read'],
    ['.env.example', '# A_B=1', 'A_B set optional'],
    ['package.json', '{ "scripts": { "dev": "A_B=1 node a.js" } }', 'A_B set'],
    ['turbo.json', '{ "globalEnv": ["A_B"] }', 'A_B read'],
  ])('%s: %s', (path, text, expected) => {
    expect(uses(path, text)).toContain(expected)
  })

  it('tells names that are built', () => {
    const text = "process.env[prefix + '_CERT']; process.env[`WORKER_${n}_SIZE`]; process.env[name]"
    expect(readEnvironment('a.ts', text).built).toEqual(expect.arrayContaining([{ prefix: '', suffix: '_CERT' }, { prefix: 'WORKER_', suffix: '_SIZE' }]))
    expect(readEnvironment('a.go', 'viper.SetEnvPrefix("app")').built).toEqual([{ prefix: 'APP_', suffix: '' }])
  })

  it('counts lines from 1', () => {
    expect(readEnvironment('a.ts', '\r\n\r\nprocess.env.A_B\n').uses[0]?.line).toBe(3)
  })
})

describe('what a document names', () => {
  const names = (text: string): string[] => variablesOf(createDocument('a.md', text)).map(one => `${one.name} ${one.form}${one.local ? ' local' : ''}`)

  it('reads inline code, commands and sentences about variables', () => {
    expect(names('\ufeffSet `A_BCD=1` 🚀 or `process.env.B_CDE`.\r\n\r\n> Set env variable C_DEF.\r\n\r\n```sh\r\nD_EFG=1 npm start\r\n```\r\n'))
      .toEqual(['A_BCD assignment', 'B_CDE access', 'C_DEF words', 'D_EFG assignment'])
  })

  it('knows what the document sets for itself', () => {
    expect(names('```sh\nexport TAG_X=1\necho $TAG_X\n```\n')).toEqual(['TAG_X assignment local'])
  })

  it('passes over other programs and stand-ins', () => {
    expect(names('The environment variables `GITHUB_TOKEN`, `YOUR_KEY`, `npm_config_x`, `UTF_8` and FOO_BAR.md')).toEqual([])
  })
})

describe('tables and lists of variables', () => {
  const collected = (text: string): string[][] => variableCollections(createDocument('a.md', text)).map(one => one.names.map(name => name.name))

  it('reads several names in a cell, patterns, escaped pipes and underscores', () => {
    expect(collected('| Env var | Use |\n|---|---|\n| `APP_B` / `APP_D` | a \\| b |\n| `META_*` | x |\n| EX\\_F | x |\n')).toEqual([['APP_B', 'APP_D', 'META_*', 'EX_F']])
  })

  it('reads lists under words about variables', () => {
    expect(collected('## Environment variables\n\n- `A_B`: x\n- **`C_D`** (optional)\n- `E_F=1`\n')).toEqual([['A_B', 'C_D', 'E_F']])
  })

  it('leaves tables of constants alone', () => {
    expect(collected('| Code | Meaning |\n|---|---|\n| `A_B` | x |\n| `C_D` | x |\n')).toEqual([])
  })
})

it('reads closed sets of strings', () => {
  const text = "type A = 'x' | 'y'\nconst B = ['x', 'z'] as const\nenum C { P = 'p', Q = 'q' }\nz.enum(['m', 'n'])\nD = Literal[\"k\", \"l\"]"
  expect(stringSetsOf(text).map(set => `${set.name}: ${set.members.join(' ')}`)).toEqual(['A: x y', 'B: x z', ': m n', 'D: k l', 'C: p q'])
})

it('compares names with patterns', () => {
  expect(matchesName('META_A_KEY', ['META_*_KEY'])).toBe(true)
  expect(matchesName('META_KEY', ['META_*_KEY', 'X*'])).toBe(false)
})
