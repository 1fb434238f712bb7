import { PrismaClient } from '@prisma/client'
import { UserRepository } from '../src/user-repository'
const repository = new UserRepository(new PrismaClient())
await repository.removeInactive(90) // expect: no-unlisted-mutation-scripts
// file: src/user-repository.ts
import type { PrismaClient } from '@prisma/client'
export class UserRepository {
  readonly #prisma: PrismaClient
  constructor(prisma: PrismaClient) {
    this.#prisma = prisma
  }
  async removeInactive(days: number) {
    const before = new Date(Date.now() - days * 86_400_000)
    return this.#prisma.user.deleteMany({ where: { seenAt: { lt: before } } })
  }
}
