import { validateEnvironmentFingerprint } from '@acme/safety'
const [, { prisma }] = await Promise.all([validateEnvironmentFingerprint('production'), Promise.resolve({ prisma: null })])
console.log(prisma)
