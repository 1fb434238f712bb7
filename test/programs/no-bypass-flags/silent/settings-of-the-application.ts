import { readStorage } from '../src/storage'
import { PrismaClient } from '@prisma/client'

const storage = readStorage(await load())
await new PrismaClient().item.create({ data: { storage } })
async function load() { return { allowOpenSignup: true } }
// file: src/storage.ts
export function readStorage(given: { allowOpenSignup: boolean }): string {
  if (given.allowOpenSignup) return 'open'
  return 'closed'
}
