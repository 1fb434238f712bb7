import { execa } from 'execa'

await execa('git', ['commit', '-m', 'release'], { env: { HUSKY: '0' } }) // expect: no-bypass-flags
