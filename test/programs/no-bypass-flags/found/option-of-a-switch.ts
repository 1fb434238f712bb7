import { PrismaClient } from '@prisma/client'

let unsafe = false
for (const arg of process.argv) {
  switch (arg) {
    case '--unsafe': // expect: no-bypass-flags
      unsafe = true
      break
  }
}
if (!unsafe) assertCi()
await new PrismaClient().item.deleteMany({})

function assertCi(): void {
  if (!process.env.CI) throw new Error('CI only')
}
