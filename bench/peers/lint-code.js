/**
 * Lints files with the rules of one plugin and prints the CPU milliseconds that it took. Arguments: whose rules (`none`, `ours`, `n`, `unicorn`),
 * the folder, a file that lists paths from there. Every plugin is loaded and has linted a file before the clock starts.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { ESLint } from 'eslint'
import { parser } from 'typescript-eslint'

const [, , whose, cwd, list] = process.argv
const files = readFileSync(list, 'utf8').split('\n').filter(file => file !== '').map(file => path.join(cwd, file))

const nothing = { rules: { nothing: { meta: { schema: [] }, create: () => ({ 'Program:exit': () => {} }) } } }
const CONFIGS = {
  none: () => [{ plugins: { nothing }, rules: { 'nothing/nothing': 'error' } }],
  ours: async () => {
    const { default: plugin } = await import('../../dist/index.js')
    return [...plugin.configs.code, { settings: { 'doc-lockdown': { scripts: ['{,**/}scripts/**'] } } }]
  },
  // What a script that reaches nothing costs when every file is one.
  forced: async () => {
    const { default: plugin } = await import('../../dist/index.js')
    return [...plugin.configs.code, { settings: { 'doc-lockdown': { scripts: ['**/*'] } } }]
  },
  n: async () => [(await import('eslint-plugin-n')).default.configs['flat/recommended']],
  // 65 is the last that runs on Node 20.
  unicorn: async () => [(await import('eslint-plugin-unicorn')).default.configs.recommended],
}

const eslint = new ESLint({
  cwd, overrideConfigFile: true, warnIgnored: false, errorOnUnmatchedPattern: false,
  overrideConfig: [{ files: ['**/*.{js,cjs,mjs,jsx,ts,cts,mts,tsx}'], languageOptions: { parser } }, ...await CONFIGS[whose]()],
})
await eslint.lintFiles(files.slice(0, 20))
const before = process.cpuUsage()
await eslint.lintFiles(files)
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)
