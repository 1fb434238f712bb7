import { $ } from 'execa'
await $`prisma db execute --file ./fix.sql` // expect: no-unlisted-mutation-scripts
