import { createContext } from './lib/context'
const context = createContext()
await context.db.token.deleteMany({ where: { revoked: true } }) // expect: no-unlisted-mutation-scripts
// file: scripts/lib/context.ts
import { PrismaClient } from '@prisma/client'
import pino from 'pino'
export interface Context { db: PrismaClient, log: pino.Logger }
export function createContext(): Context {
  return { db: new PrismaClient(), log: pino() }
}
