import { PrismaClient } from '@prisma/client'

function find(rows: string[], term: string, ignoreCase: boolean): string {
  const row = rows.find(one => (ignoreCase ? one.toLowerCase() === term.toLowerCase() : one === term))
  if (row === undefined) throw new Error('not found')
  return row
}

if (process.env.CI !== 'true') throw new Error('CI only')
await new PrismaClient().item.update({ where: { name: find(['A'], 'a', true) }, data: {} })
