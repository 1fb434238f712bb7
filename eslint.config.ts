import { existsSync } from 'node:fs'
import eslint from '@eslint/js'
import markdown from '@eslint/markdown'
import stylistic from '@stylistic/eslint-plugin'
import type { ESLint, Linter } from 'eslint'
import { defineConfig, globalIgnores } from 'eslint/config'
import eslintPlugin from 'eslint-plugin-eslint-plugin'
import tseslint from 'typescript-eslint'

/** What each layer may import of ours besides itself. A layer that is not listed may import everything. */
const LAYERS = {
  'src/core': [],
  'src/git': ['core'],
  'src/analysis': ['core'],
  'src/facts': ['analysis', 'git', 'core'],
  'src/lookups': ['git', 'core'],
  'src/lock': ['lookups', 'core'],
  'src/baseline': ['core'],
  'src/reporters': ['analysis', 'core'],
  'src/documents': ['core'],
  'src/config': ['rules', 'core'],
  'src/cache': ['documents', 'git', 'core'],
  'src/affected': ['cache', 'documents', 'facts', 'git', 'core'],
  'src/adoption': ['documents', 'facts', 'analysis', 'git', 'core'],
  'rules': ['facts', 'lookups', 'analysis', 'core'],
} as const
const ALL = ['core', 'git', 'analysis', 'facts', 'lookups', 'lock', 'baseline', 'reporters', 'documents', 'config', 'cache', 'affected', 'adoption', 'hosts', 'rules']
const REASONS: Readonly<Record<string, string>> = {
  core: 'core is the vocabulary that every layer speaks, so it knows none of them',
  git: 'git only reads content; what that content means is said by facts',
  analysis: 'analysis understands a text that it is given, so that rules and facts can share it',
  facts: 'a fact is true whoever asks, so it knows neither rules nor hosts',
  lookups: 'a lookup answers a question and knows neither who asked nor why',
  lock: 'the lock file holds answers as they were given, and neither gets nor judges them',
  baseline: 'the baseline knows findings as they were reported, and neither who found them nor how',
  reporters: 'a reporter turns a finished report into text, and rules put no text in the reporter',
  documents: 'which documents a run is about is decided before anything is known of them',
  config: 'a configuration names rules and knows nothing of the checkout that it is for',
  cache: 'a cache keeps what others found out, and neither judges nor asks facts',
  affected: 'what a change can have broken is found without rules, so that it stays a superset of what they say',
  adoption: 'a plan for a repository is made from what is found there, and only hosts write it',
  rules: 'a rule runs unchanged in every host, and reads the checkout through facts only',
}

/** Forbids imports against the direction of the layers. */
const layers = Object.entries(LAYERS).map(([folder, allowed]): Linter.Config => {
  const layer = folder.replace('src/', '')
  const forbidden = ALL.filter(name => name !== layer && !(allowed as readonly string[]).includes(name))
  return {
    name: `layers/${layer}`,
    files: [`${folder}/**`],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [{
          regex: `^(?:\\.{1,2}/)*\\.\\./(?:src/)?(?:${forbidden.join('|')})(?:/|\\.ts$)`,
          message: `${layer} may import ${['itself', ...allowed].join(', ')} of ours: ${REASONS[layer] ?? ''}.`,
        }],
      }],
    },
  }
})

/** Our own rules, once they are built: on our documents, the way a user has them. */
async function ourselves(): Promise<Linter.Config[]> {
  const built = new URL('dist/index.js', import.meta.url)
  if (!existsSync(built)) return []
  const { default: plugin } = await import(built.href) as { default: ESLint.Plugin }
  return [plugin.configs?.['recommended'] ?? []].flat() as Linter.Config[]
}

const SCRIPTS = ['**/*.{ts,js,cjs,mjs}']

export default defineConfig(
  globalIgnores(['dist', 'coverage', 'fixtures', 'test/programs', 'schema.json']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: SCRIPTS,
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@stylistic': stylistic },
    rules: {
      'curly': ['error', 'multi-line'],
      'eqeqeq': 'error',
      'max-lines': ['error', 400],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { boolean: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@stylistic/semi': ['error', 'never'],
      '@stylistic/quotes': ['error', 'single', { avoidEscape: true, allowTemplateLiterals: 'avoidEscape' }],
      '@stylistic/comma-dangle': ['error', 'always-multiline'],
      '@stylistic/eol-last': 'error',
      '@stylistic/no-trailing-spaces': 'error',
      '@stylistic/no-multiple-empty-lines': ['error', { max: 1, maxBOF: 0, maxEOF: 0 }],
      '@stylistic/max-len': ['error', { code: 150, ignoreUrls: true, ignoreRegExpLiterals: true, ignoreStrings: true, ignoreTemplateLiterals: true }],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  ...layers,
  { files: ['rules/code/**/*.ts'], extends: [eslintPlugin.configs.recommended] },
  {
    files: ['test/**'],
    rules: {
      // Long tables of cases are read, not maintained.
      'max-lines': 'off',
      '@stylistic/max-len': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm', extends: ['markdown/recommended'] },
  ...await ourselves(),
)
