import { execa } from 'execa'
await execa('pnpm', ['exec', 'drizzle-kit', 'push']) // expect: no-unlisted-mutation-scripts
