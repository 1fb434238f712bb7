import { PrismaClient, Prisma } from '@prisma/client'
import { stringify } from 'csv-stringify/sync'
import { writeFileSync } from 'node:fs'

const prisma = new PrismaClient()

const perDay = await prisma.$queryRaw<{ day: Date; total: bigint }[]>(Prisma.sql`
  WITH paid AS (SELECT * FROM orders WHERE status = 'paid')
  SELECT date_trunc('day', created_at) AS day, count(*) AS total
  FROM paid
  GROUP BY 1
  ORDER BY 1
`)
const groups = await prisma.order.groupBy({ by: ['status'], _count: { _all: true } })
const rows = new Map(perDay.map((row) => [row.day.toISOString(), Number(row.total)]))
rows.delete('1970-01-01T00:00:00.000Z')

writeFileSync('report.csv', stringify([...rows]))
console.table(groups)
await prisma.$disconnect()
