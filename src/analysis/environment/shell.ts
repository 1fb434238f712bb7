/** Shell scripts, makefiles, Dockerfiles and `.env` files. */
import type { Collector } from './use.ts'

const SET = /^[ \t]*(?:-[ \t]+)?(?:(?:export|readonly|local|global|override|declare|typeset|setenv)[ \t]+(?:-\w+[ \t]+)?)?([A-Za-z_]\w{0,100})[ \t]{0,20}(?:[:?+]{1,3})?=/gm
const EXPORT = /^[ \t]*export[ \t]+([A-Z_][A-Z0-9_]{0,100}(?:[ \t]+[A-Z_][A-Z0-9_]{0,100}){0,20})[ \t]*$/gm
const INLINE = /(?:^|[\s;&|("'`])([A-Z][A-Z0-9_]{1,100})=(?=\S)/g
const EXPANDED = /\$(?:\{!?([A-Za-z_]\w{0,100})(:?[-=?+])?|\(([A-Z_][A-Z0-9_]{1,100})\)|env:([A-Za-z_]\w{0,100})|([A-Za-z_]\w{0,100}))/g
const DOCKER = /^[ \t]*(?:ENV|ARG)[ \t]+([A-Za-z_]\w{0,100})(=|[ \t]+\S|[ \t]*$)?/gim
const DOTENV = /^[ \t]*(#[ \t]{0,3})?(?:export[ \t]+)?([A-Za-z_]\w{0,100})[ \t]{0,3}=(.*)$/gm

/** Reads a shell script, a makefile, or any text with `$NAME` in it. */
export function readShell(text: string, found: Collector): void {
  for (const match of text.matchAll(SET)) found.use(match[1] ?? '', match.index + match[0].indexOf(match[1] ?? ''), 'set')
  for (const match of text.matchAll(EXPORT)) for (const name of (match[1] ?? '').split(/[ \t]+/)) found.use(name, match.index, 'set')
  for (const match of text.matchAll(INLINE)) found.use(match[1] ?? '', match.index + 1, 'set')
  for (const match of text.matchAll(EXPANDED)) {
    const operator = match[2]?.at(-1)
    const need = operator === '-' || operator === '=' ? 'defaulted' : operator === '?' ? 'required' : operator === '+' ? 'optional' : undefined
    found.use(match[1] ?? match[3] ?? match[4] ?? match[5] ?? '', match.index, 'read', need)
  }
}

/** Reads a Dockerfile. */
export function readDockerfile(text: string, found: Collector): void {
  for (const match of text.matchAll(DOCKER)) found.use(match[1] ?? '', match.index, 'set', match[2] === undefined || match[2].trim() === '' ? undefined : 'defaulted')
  readShell(text, found)
}

/** Reads an `.env` file or its example: a commented line is an optional variable. */
export function readDotenv(text: string, found: Collector): void {
  for (const match of text.matchAll(DOTENV)) {
    // `# Note: A = b` of a sentence has small letters.
    if (match[1] !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(match[2] ?? '')) continue
    found.use(match[2] ?? '', match.index + match[0].indexOf(match[2] ?? ''), 'set', match[1] === undefined ? undefined : 'optional', true)
  }
}
