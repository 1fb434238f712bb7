import { enforceCI } from '../lib/ci'
import { prisma } from '../lib/raw'
enforceCI()
await prisma.plan.deleteMany()
// file: lib/client.ts
import { blockProduction } from './ci'
import { prisma } from './raw'
export async function connect() {
  if (!process.env.UNSAFE_LOCAL) blockProduction() // expect: no-bypass-flags
  return prisma
}
// file: lib/ci.ts
export function enforceCI(): void {
  if (process.env.CI !== 'true') process.exit(1)
}
export function blockProduction(): void {
  if (process.env.PROD_DATABASE_URL !== undefined) process.exit(1)
}
<!-- file: MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: cleans plans

## Enforcement

- `enforceCI()` in `lib/ci.ts`
