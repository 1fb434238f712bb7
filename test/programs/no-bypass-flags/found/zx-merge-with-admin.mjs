import { $ } from 'zx'

const number = process.argv[2]
await $`gh pr merge ${number} --squash --admin` // expect: no-bypass-flags
