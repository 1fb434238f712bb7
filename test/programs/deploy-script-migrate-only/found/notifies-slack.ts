import { $ } from 'zx'

await $`pnpm exec prisma migrate deploy`
await fetch(process.env.SLACK_WEBHOOK!, { method: 'POST', body: JSON.stringify({ text: 'migrated' }) }) // expect: deploy-script-migrate-only
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: runs `prisma migrate deploy`, nothing else
