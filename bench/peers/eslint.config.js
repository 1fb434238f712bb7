import markdown from '@eslint/markdown'

export default [{
  files: ['**/*.{md,markdown,mdx}'],
  plugins: { markdown },
  language: 'markdown/gfm',
  languageOptions: { frontmatter: 'yaml' },
  linterOptions: { reportUnusedDisableDirectives: 'off' },
  rules: { 'markdown/no-missing-link-fragments': 'error', 'markdown/no-missing-label-refs': 'error' },
}]
