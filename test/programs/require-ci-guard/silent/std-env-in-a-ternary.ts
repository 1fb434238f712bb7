import { isCI } from 'std-env'
import { PrismaClient } from '@prisma/client'
const main = async () => { await new PrismaClient().user.deleteMany() }
const refuse = async () => { console.error('CI only') }
await (isCI ? main() : refuse())
