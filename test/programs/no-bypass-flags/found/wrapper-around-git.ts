import { execFileSync } from 'node:child_process'

const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' })
git('add', '-A')
git('commit', '-m', 'format', '--no-verify') // expect: no-bypass-flags
