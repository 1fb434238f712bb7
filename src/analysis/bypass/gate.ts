/** Which commands are gates: tests, lint, types, audits, checks, hooks, and migrations that must not fail unseen. */
import type { ParsedCommand } from '../shell/command.ts'

/** Programs that check, whatever their arguments. */
const CHECKERS = new Set(`eslint oxlint stylelint tsc vue-tsc svelte-check tsd vitest jest mocha ava tap tape karma cypress publint attw knip depcheck madge
  depcruise license-checker snyk trivy gitleaks trufflehog semgrep shellcheck hadolint actionlint markdownlint markdownlint-cli2 cspell commitlint lint-staged
  doc-lockdown golangci-lint pytest mypy flake8 pylint bandit phpunit phpstan rspec rubocop clippy yamllint sqlfluff syncpack
  type-coverage size-limit remark alex zizmor osv-scanner nano-staged eslint_d xo standard pyright basedpyright tox nox checkov tflint kubeconform spectral ls-lint`.split(/\s+/))
/** Programs that check with some of their words. */
const CHECKING: Readonly<Record<string, RegExp>> = {
  biome: /^(?:check|lint|ci)$/, prettier: /^(?:--check|-c|--list-different|-l)$/, playwright: /^test$/, npm: /^audit$/, pnpm: /^audit$/, yarn: /^audit$/,
  prisma: /^(?:migrate|validate)$/, 'drizzle-kit': /^(?:check|migrate)$/, cargo: /^(?:test|clippy|deny|audit|nextest|check)$/, go: /^(?:test|vet)$/,
  ruff: /^check$/, black: /^--check$/, 'pre-commit': /^run$/, lefthook: /^run$/, dprint: /^check$/, deno: /^(?:test|lint|check)$/, bun: /^test$/, c8: /^check-coverage$/,
  nyc: /^check-coverage$/, terraform: /^(?:validate|fmt)$/, helm: /^lint$/, gradle: /test|check|lint/i, gradlew: /test|check|lint/i, mvn: /^(?:test|verify)$/, dotnet: /^test$/,
  knex: /^migrate/, typeorm: /^migration:run$/, sequelize: /^db:migrate$/, flyway: /^(?:migrate|validate)$/, dbmate: /^(?:up|migrate)$/, changeset: /^status$/, danger: /^ci$/,
  manypkg: /^check$/, nx: /^(?:test|lint|affected|run-many|typecheck)$/, 'node-pg-migrate': /^up$/,
}
const RUNNERS = /^(?:npx|bunx|pnpx|pnpm|yarn|npm|bun|dlx|exec|run|run-script|turbo|nx|lerna|node|tsx|ts-node|bash|sh|zsh|deno|python3?|uv|poetry|make|just|task|rush|corepack|x|workspaces?|foreach|jiti|zx|bazel|bundle|rake|wireit|moon)$/
const GATE_WORD = /(?:^|[:._/@-])(?:tests?|lint|eslint|type-?check|types-check|check-?types|tsc|checks?|audit|verify|validate|guards?|migrate|lockdown|doc-lockdown|e2e|unit|smoke|preflight|coverage|spec)(?=$|[:._/-])/i
/** Names that have such a word and are none. */
const NO_GATE_WORD = /fix|watch|update|report|upload|snapshot|debug|\bui\b|:dev|server|setup|install|check-?out|checksum|prepare|clean|bench|data|helper|utils?$|generate|migrate:(?:dev|create|make|reset|rollback|down|undo)|serve|start|build|results?|summary|publish|comment|badge|dashboard|fixtures?|test-?env|:open|-open|docker|container|download/i
/** What turns a check into something else. */
const NOT_CHECKING = new Set(['--fix', '--write', '-w', '--version', '-v', '--help', '-h', '--init', '--watch', '--watchAll', '-u', '--update', '--updateSnapshot', '--listTests', '--list', '--print-config', '--showConfig', '--clearCache', '--fix-dry-run', '--update-snapshots', '--apply', '--unsafe', '--env-info', '--build-info'])

/** What a command checks, in its own words; `undefined` for what is no gate. */
export function gateOf(command: ParsedCommand): string | undefined {
  const words = command.words.map(word => word.text)
  const name = baseOf(words[0] ?? '')
  if (words.some(word => NOT_CHECKING.has(word)) || words.some(word => /sarif|^--output-file|^--outputFile|^--report/.test(word))) return undefined
  const said = words.join(' ').slice(0, 60)
  for (let at = 0; at < Math.min(words.length, 8); at++) {
    const word = words[at] ?? ''
    const program = baseOf(word)
    const rest = words.slice(at + 1)
    if (CHECKERS.has(program)) return at === 0 || RUNNERS.test(name) ? said : undefined
    const own = CHECKING[program]
    if (own !== undefined && rest.slice(0, 6).some(one => own.test(one))) return program === 'prisma' && !isPrismaGate(rest) ? undefined : said
    if (!word.startsWith('-') && at > 0 && RUNNERS.test(name) && isGateName(word, at, words)) return said
    if (at === 0 && /^\.{0,2}\/|\.(?:sh|[cm]?[jt]s|py)$/.test(word) && isGateName(program, 1, words)) return said
    // `node scripts/schema.js validate`
    if (at <= 1 && /\.(?:[cm]?[jt]s|sh)$/.test(word) && /^(?:test|lint|check|verify|validate|audit)$/.test(rest[0] ?? '')) return said
    if (!RUNNERS.test(program) && !word.startsWith('-') && !/^(?:--?[\w-]+=?)/.test(word) && at > 0 && !isOptionValue(words[at - 1] ?? '')) return undefined
  }
  return undefined
}

function isPrismaGate(rest: readonly string[]): boolean {
  return rest[0] === 'validate' || /^(?:deploy|status|diff)$/.test(rest[1] ?? '')
}

/** `--filter web test`: the word behind an option may be its value. */
function isOptionValue(before: string): boolean {
  return /^(?:--filter|-F|-w|--workspace|--prefix|--dir|-C|--cwd|--scope|--config|-c|-p|--package|-r|--require|--import|--loader)$/.test(before)
}

function isGateName(word: string, at: number, words: readonly string[]): boolean {
  if (isOptionValue(words[at - 1] ?? '')) return false
  const name = word.replace(/^.*\//, '').replace(/\.(?:sh|[cm]?[jt]sx?|py)$/, '')
  return isGateScript(name)
}

/** Whether a script's name says that it is a gate: `test`, `lint:types`, `db-verify`. */
export function isGateScript(name: string): boolean {
  return name.length < 80 && GATE_WORD.test(name) && !NO_GATE_WORD.test(name)
}

function baseOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1)
}

/** Programs that tidy up, look, or speak: their failure is nobody's. */
export const HOUSEKEEPING = /^(?:rm|rimraf|del|del-cli|rmdir|mkdir|cp|mv|ln|chmod|chown|touch|kill|killall|pkill|kill-port|fuser|lsof|docker|docker-compose|podman|kubectl|helm|grep|egrep|rg|find|xargs|ls|cat|head|tail|which|command|type|test|\[|\[\[|git|gh|curl|wget|echo|printf|cd|pushd|popd|export|source|\.|sleep|wait|trap|brew|apt|apt-get|apk|systemctl|service|dropdb|createdb|open|xdg-open|diff|cmp|sed|awk|jq|tee|true|false|date|stat|unset|shopt|set|read|mount|umount|tar|unzip|gzip|ssh-keygen|ssh-add|husky|is-ci|patch-package|node-gyp|install|corepack|nvm|asdf|mise|direnv|bc|expr|let|local|declare|pgrep|ps|time|timeout|npm-run-all|stty|tput|clear|id|getent|groupadd|useradd|adduser|addgroup|sync|swapoff|modprobe|pip|pip3)$/
