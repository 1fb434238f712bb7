/** Python, Go, Ruby, Rust, Java, Kotlin, PHP, C#, Elixir: the calls that read a variable, one pattern each. */
import type { Collector } from './use.ts'

interface Access {
  /** Group 1 is the name; group 2, when there, is the `,` before a default. */
  readonly pattern: RegExp
  readonly how?: 'set'
  readonly need?: 'required' | 'optional'
}

const Q = '["\'`]'
const NAME = String.raw`([A-Za-z_]\w{0,100})`
const access = (source: string, more: Omit<Access, 'pattern'> = {}): Access => ({ pattern: new RegExp(source, 'g'), ...more })

const PYTHON: readonly Access[] = [
  access(String.raw`\benviron\s{0,2}\[\s{0,3}[rbf]?${Q}${NAME}${Q}\s{0,3}\](?!\s{0,3}=[^=])`, { need: 'required' }),
  access(String.raw`\benviron\s{0,2}\[\s{0,3}[rbf]?${Q}${NAME}${Q}\s{0,3}\]\s{0,3}=(?!=)`, { how: 'set' }),
  access(String.raw`\benviron\.(?:get|pop|setdefault)\(\s{0,40}${Q}${NAME}${Q}\s{0,3}(,)?`),
  access(String.raw`\bgetenv\(\s{0,40}${Q}${NAME}${Q}\s{0,3}(,)?`),
  access(String.raw`\b(?:env|config|get_env|getenv_\w{1,20}|env_\w{1,20}|\w{1,30}_env|\w{1,30}_from_env)(?:\.\w{1,20})?\(\s{0,40}${Q}([A-Z][A-Z0-9_]{1,100})${Q}\s{0,3}(,)?`),
  access(String.raw`${Q}([A-Z][A-Z0-9_]{1,100})${Q}\s{1,3}(?:not\s)?in\s{1,3}(?:os\.)?environ\b`),
  access(String.raw`\b(?:env|alias|validation_alias|envvar|env_var)\s{0,3}=\s{0,3}[[(]?${Q}([A-Z][A-Z0-9_]{1,100})${Q}`),
  access(String.raw`\b(?:setenv|delenv)\(\s{0,40}${Q}${NAME}${Q}`, { how: 'set' }),
]
const GO: readonly Access[] = [
  access(String.raw`\b(?:os|syscall)\.(?:Getenv|LookupEnv|Unsetenv)\(\s{0,10}${Q}${NAME}${Q}`),
  access(String.raw`\.?\bSetenv\(\s{0,10}${Q}${NAME}${Q}`, { how: 'set' }),
  access(String.raw`\b\w{0,40}[eE]nv\w{0,40}\(\s{0,10}"([A-Z][A-Z0-9_]{1,100})"\s{0,3}(,)?`),
  access(String.raw`\b(?:env|envconfig|envvar|envVar|conf):"([A-Z][A-Z0-9_]{1,100})`),
  access(String.raw`\bBindEnv\([^()\n]{0,80}"([A-Z][A-Z0-9_]{1,100})"`),
  access(String.raw`\b(?:EnvVars?|EnvVar|Sources)\s{0,3}:\s{0,3}(?:\[\]string\{|cli\.EnvVars\()?\s{0,3}"([A-Z][A-Z0-9_]{1,100})"`),
  access(String.raw`\b\w{0,60}(?:[eE]nv|ENV)\w{0,40}\s{1,20}(?:string\s{1,5})?=\s{1,5}"([A-Z][A-Z0-9_]{1,100})"`),
]
const RUBY: readonly Access[] = [
  access(String.raw`\bENV\[\s{0,3}${Q}${NAME}${Q}\s{0,3}\]`),
  access(String.raw`\bENV\.(?:fetch|key\?|has_key\?|delete|dig)\(?\s{0,3}${Q}${NAME}${Q}\s{0,3}(,)?`),
]
const RUST: readonly Access[] = [
  access(String.raw`\b(?:env::)?(?:var|var_os|set_var|remove_var)\(\s{0,40}"${NAME}"`),
  access(String.raw`\b(?:option_)?env!\(\s{0,40}"${NAME}"`),
  access(String.raw`\benv\s{0,3}=\s{0,3}"([A-Z][A-Z0-9_]{1,100})"`),
  access(String.raw`\.env\(\s{0,20}"([A-Z][A-Z0-9_]{1,100})"`),
  access(String.raw`\bconst\s{1,3}\w{0,40}ENV\w{0,40}\s{0,3}:[^=\n]{0,40}=\s{0,3}"([A-Z][A-Z0-9_]{1,100})"`),
]
const JVM: readonly Access[] = [
  access(String.raw`\b(?:getenv|environmentVariable|\w{0,20}[eE]nv(?:\.get)?)\(\s{0,20}"${NAME}"\s{0,3}(,)?`),
  access(String.raw`\bgetenv\(\)\s{0,3}(?:\.get\(|\[)\s{0,3}"${NAME}"`),
  access(String.raw`\$\{([A-Z][A-Z0-9_]{1,100})(?=[:}])`),
]
const PHP: readonly Access[] = [
  access(String.raw`\b(?:getenv|env|putenv)\(\s{0,20}${Q}${NAME}${Q}\s{0,3}(,)?`),
  access(String.raw`\$_(?:ENV|SERVER)\[\s{0,3}${Q}${NAME}${Q}\s{0,3}\]`),
  access(String.raw`%env\((?:\w{1,20}:){0,4}([A-Z][A-Z0-9_]{1,100})\)%`),
]
const CSHARP: readonly Access[] = [
  access(String.raw`\b(?:Get|Set)EnvironmentVariable\(\s{0,20}"${NAME}"`),
  access(String.raw`\b[cC]onfiguration\[\s{0,3}"([A-Z][A-Z0-9_]{1,100})"`),
  access(String.raw`\bGetValue(?:<\w{1,20}>)?\(\s{0,20}"([A-Z][A-Z0-9_]{1,100})"\s{0,3}(,)?`),
]
const ELIXIR: readonly Access[] = [access(String.raw`\bSystem\.(?:get_env|fetch_env!?)\(\s{0,20}"${NAME}"\s{0,3}(,)?`)]

const BY_ENDING: readonly (readonly [RegExp, readonly Access[]])[] = [
  [/\.(?:py|pyi|pyx)$/i, PYTHON],
  [/\.go$/, GO],
  [/(?:\.(?:rb|rake|erb|gemspec|ru)|(?:^|\/)(?:Rakefile|Gemfile|Vagrantfile|Fastfile|Podfile))$/, RUBY],
  [/\.rs$/, RUST],
  [/\.(?:java|kt|kts|groovy|gradle|scala|properties|conf)$/, JVM],
  [/\.php$/, PHP],
  [/\.(?:cs|fs|vb)$/, CSHARP],
  [/\.exs?$/, ELIXIR],
]

/** Reads a file of one of these languages. @returns false for another language */
export function readLanguage(path: string, text: string, found: Collector): boolean {
  const patterns = BY_ENDING.find(([ending]) => ending.test(path))?.[1]
  if (patterns === undefined) return false
  for (const { pattern, how, need } of patterns) {
    for (const match of text.matchAll(pattern)) found.use(match[1] ?? '', match.index, how ?? 'read', match[2] === ',' ? 'defaulted' : need)
  }
  readFamilies(path, text, found)
  return true
}

/** Libraries that derive names: viper, envconfig, koanf, pydantic settings, config-rs, clap, dynaconf, `.env("PREFIX")` of yargs. */
const FAMILIES: readonly (readonly [RegExp, RegExp])[] = [
  [/\.go$/, /\b(?:SetEnvPrefix|envconfig\.Process|env\.Provider|MustProcess|WithEnvPrefix|EnvPrefix\s{0,3}[:=]\s{0,3})\(?\s{0,10}"(\w{1,60})"/g],
  [/\.pyi?$/, /\b(?:env_prefix|envvar_prefix|auto_envvar_prefix)\w{0,10}["']?\s{0,3}[=:]\s{0,3}["'](\w{1,60})["']/g],
  [/\.rs$/, /\b(?:with_prefix|prefixed|Env::prefixed)\(\s{0,10}"(\w{1,60})"/g],
  [/\.(?:cs|fs)$/, /\bAddEnvironmentVariables\(\s{0,10}(?:prefix:\s{0,3})?"(\w{1,60})"/g],
  [/\.(?:java|kt|properties|ya?ml)$/, /@ConfigurationProperties\(\s{0,10}(?:(?:prefix|value)\s{0,3}=\s{0,3})?"([\w.-]{1,80})"/g],
]
const FIELD = /^[ \t]{1,8}([a-z_][a-z0-9_]{1,80})[ \t]{0,3}:[ \t]{0,3}([^=\n]{1,120})(=)?/gm
const CLAP = /#\[(?:arg|clap|structopt|command)\([^\n]{0,200}\benv\b(?!\s{0,3}=)[^\n]{0,200}\)\]\s{0,200}(?:#\[[^\n]{0,200}\]\s{0,200}){0,5}(?:pub(?:\([a-z]{1,10}\))?\s{1,3})?([a-z_]\w{0,80})\s{0,3}:/g

function readFamilies(path: string, text: string, found: Collector): void {
  let prefixes = 0
  for (const [ending, pattern] of FAMILIES) {
    if (!ending.test(path)) continue
    for (const match of text.matchAll(pattern)) {
      prefixes++
      const prefix = (match[1] ?? '').toUpperCase().replace(/[.-]/g, '_')
      found.build(prefix.endsWith('_') ? prefix : `${prefix}_`)
    }
  }
  if (path.endsWith('.py') && /\bBaseSettings\b/.test(text) && prefixes === 0) {
    for (const match of text.matchAll(FIELD)) {
      const need = match[3] === '=' ? 'defaulted' : /Optional|None/.test(match[2] ?? '') ? 'optional' : 'required'
      found.use((match[1] ?? '').toUpperCase(), match.index, 'read', need, true)
    }
  }
  if (path.endsWith('.rs')) for (const match of text.matchAll(CLAP)) found.use((match[1] ?? '').toUpperCase(), match.index)
}
