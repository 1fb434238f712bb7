import { PrismaClient } from '@prisma/client'
import prompts from 'prompts'
if (!process.env.CI) {
  const { sure } = await prompts({ type: 'confirm', name: 'sure', message: 'Really?' })
  if (!sure) process.exit(1)
}
await new PrismaClient().user.deleteMany() // expect: require-ci-guard
