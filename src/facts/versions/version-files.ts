/** Files of version managers and language toolchains, read line by line: a receipt names the line. */
import { has, needs, type FoundVersion } from './source.ts'

type Reader = (text: string) => Iterable<FoundVersion>

const TOOL_NAMES: Readonly<Record<string, string>> = {
  nodejs: 'node', node: 'node', python: 'python', golang: 'go', go: 'go', ruby: 'ruby', rust: 'rust', java: 'java', 'dotnet-core': 'dotnet', dotnet: 'dotnet',
  php: 'php', pnpm: 'pnpm', npm: 'npm', yarn: 'yarn', bun: 'bun', deno: 'deno', postgres: 'postgres', redis: 'redis',
}

/** The reader of a file by its name; `undefined` for a file that states no version. */
export function versionFileReader(name: string): Reader | undefined {
  return READERS[name] ?? (name.endsWith('.gemspec') ? readGemspec : /\.(?:cs|fs)proj$|^Directory\.Build\.props$/.test(name) ? readProject : undefined)
}

const READERS: Readonly<Record<string, Reader>> = {
  '.nvmrc': single('node'), '.node-version': single('node'), '.python-version': single('python'), '.ruby-version': single('ruby'),
  '.java-version': single('java'), '.bun-version': single('bun'), '.go-version': single('go'), '.php-version': single('php'),
  '.dvmrc': single('deno'), '.deno-version': single('deno'), 'rust-toolchain': single('rust'), 'runtime.txt': single('python'),
  '.tool-versions': readToolVersions,
  'mise.toml': readMise, '.mise.toml': readMise,
  'rust-toolchain.toml': lines([[/^\s*channel\s*=\s*["']([^"'\n]{1,60})["']/, value => ['rust', 'has', value, 'channel']]]),
  'Cargo.toml': lines([[/^\s*rust-version\s*=\s*["']([^"'\n]{1,60})["']/, value => ['rust', 'needs', `>=${value}`, 'rust-version']]]),
  'go.mod': lines([
    [/^go\s+(\d[\d.]{0,20})/, value => ['go', 'needs', `>=${value}`, 'go']],
    [/^toolchain\s+go(\d[\d.]{0,20})/, value => ['go', 'has', value, 'toolchain']],
  ]),
  'pyproject.toml': lines([
    [/^requires-python\s*=\s*["']([^"'\n]{1,80})["']/, value => ['python', 'needs', fromPep440(value), 'requires-python']],
    [/^python\s*=\s*["']([^"'\n]{1,80})["']/, value => ['python', 'needs', fromPep440(value), 'python']],
  ]),
  'setup.cfg': lines([[/^python_requires\s*=\s*([^\n]{1,80})/, value => ['python', 'needs', fromPep440(value), 'python_requires']]]),
  'setup.py': lines([[/^\s*python_requires\s*=\s*["']([^"'\n]{1,80})["']/, value => ['python', 'needs', fromPep440(value), 'python_requires']]]),
  'Gemfile': lines([[/^\s*ruby\s+["']([^"'\n]{1,60})["']/, value => (/^\d/.test(value) ? ['ruby', 'has', value, 'ruby'] : ['ruby', 'needs', fromGem(value), 'ruby'])]]),
  'composer.json': lines([[/^\s*"php"\s*:\s*"([^"\n]{1,60})"/, value => ['php', 'needs', value.replace(/(?<!\|)\|(?!\|)/g, ' || ').replace(/,/g, ' '), 'require.php']]]),
  'global.json': lines([[/^\s*"version"\s*:\s*"(\d[^"\n]{1,40})"/, value => ['dotnet', 'has', value.split('.').slice(0, 2).join('.'), 'sdk.version']]]),
  'pom.xml': lines([
    [/<(?:java\.version|maven\.compiler\.(?:release|source)|release|jdk\.version)>\s*(\d[\d.]{0,10})\s*</, value => ['java', 'needs', `>=${value.replace(/^1\./, '')}`, 'java.version']],
  ]),
  'build.gradle': readGradle(), 'build.gradle.kts': readGradle(),
}

type Reading = readonly [tool: string, kind: 'needs' | 'has', range: string, key: string]

/** Reads with one expression for each key; a line is matched alone. */
function lines(patterns: readonly (readonly [RegExp, (value: string) => Reading])[]): Reader {
  return function* (text) {
    for (const [index, line] of text.split('\n').entries()) {
      if (line.length > LONGEST_LINE) continue
      for (const [pattern, read] of patterns) {
        const value = pattern.exec(line)?.[1]?.trim()
        if (value === undefined) continue
        const [tool, kind, range, key] = read(value)
        yield* kind === 'has' ? has(tool, [range], value, key, index + 1) : needs(tool, range, value, key, index + 1)
      }
    }
  }
}
const LONGEST_LINE = 500

/** A file that is nothing but versions of one tool, one on each line. */
function single(tool: string): Reader {
  return (text) => {
    const written = text.split('\n').map(line => line.replace(/#.*/, '').trim()).filter(line => line !== '').slice(0, 20)
    return has(tool, written.map(one => one.replace(/^(?:ruby|python|node|go)-?/, '')), written.join(', '), '', 1)
  }
}

function* readToolVersions(text: string): Iterable<FoundVersion> {
  for (const [index, line] of text.split('\n').entries()) {
    const [name = '', ...versions] = line.replace(/#.*/, '').trim().split(/\s+/)
    const tool = TOOL_NAMES[name]
    if (tool !== undefined) yield* has(tool, versions, versions.join(' '), name, index + 1)
  }
}

function* readMise(text: string): Iterable<FoundVersion> {
  let inTools = false
  for (const [index, line] of text.split('\n').entries()) {
    const section = /^\s*\[([\w.]{1,60})\]/.exec(line)?.[1]
    if (section !== undefined) inTools = section === 'tools'
    const [, name = '', value = ''] = (inTools ? /^\s*["']?([\w:-]{1,60})["']?\s*=\s*(.{1,200})$/.exec(line) : null) ?? []
    const tool = TOOL_NAMES[name.replace(/^core:/, '')]
    const versions = [...value.matchAll(/["'](\d[^"']{0,40})["']/g)].map(match => match[1] ?? '')
    if (tool !== undefined) yield* has(tool, versions, versions.join(', '), name, index + 1)
  }
}

function readGemspec(text: string): Iterable<FoundVersion> {
  return lines([[/required_ruby_version\s*=\s*(?:Gem::Requirement\.new\()?\[?["']([^"'\n]{1,60})["']/, value => ['ruby', 'needs', fromGem(value), 'required_ruby_version']]])(text)
}

function readProject(text: string): Iterable<FoundVersion> {
  const versions = [...text.matchAll(/<TargetFrameworks?>([^<\n]{1,200})</g)].flatMap(match => [...(match[1] ?? '').matchAll(/\bnet(?:coreapp)?(\d{1,2}\.\d)\b/g)].map(one => one[1] ?? ''))
  const at = text.split('\n').findIndex(line => line.includes('<TargetFramework'))
  return has('dotnet', versions, versions.join(', '), 'TargetFramework', at + 1)
}

function readGradle(): Reader {
  return lines([
    [/JavaLanguageVersion\.of\(\s*["']?(\d{1,2})/, value => ['java', 'needs', `>=${value}`, 'JavaLanguageVersion']],
    [/(?:source|target)Compatibility\s*=?\s*(?:JavaVersion\.VERSION_)?["']?(?:1[._])?(\d{1,2})\b/, value => ['java', 'needs', `>=${value}`, 'sourceCompatibility']],
    [/jvmToolchain\(\s*(\d{1,2})/, value => ['java', 'needs', `>=${value}`, 'jvmToolchain']],
  ])
}

/** Python's `>=3.9,<4`, `~=3.11`, `==3.12.*` in the language of npm's ranges. */
export function fromPep440(written: string): string {
  return written.replace(/\s/g, '').split(',').filter(part => !part.startsWith('!=')).map((part) => {
    const compatible = /^~=(\d+)\.(\d+)((?:\.\d+)?)$/.exec(part)
    if (compatible === null) return part.replace(/^={2,3}/, '').replace(/\.\*$/, '')
    const [, major = '', minor = '', patch = ''] = compatible
    return patch === '' ? `>=${major}.${minor} <${String(Number(major) + 1)}` : `~${major}.${minor}${patch}`
  }).join(' ')
}

/** Ruby's `~> 3.2` allows 3.3, `~> 3.2.1` does not. */
export function fromGem(written: string): string {
  const [, major = '', minor = '', patch = ''] = /^~>\s*(\d+)(?:\.(\d+))?((?:\.\d+)?)$/.exec(written) ?? []
  if (major === '') return written
  return patch === '' ? `>=${major}${minor === '' ? '' : `.${minor}`} <${String(Number(major) + 1)}` : `~${major}.${minor}${patch}`
}
