import { program } from 'commander'
import { existsSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { PrismaClient } from '@prisma/client'

program
  .option('-f, --force', 'download the price list again')
  .option('--skip <n>', 'skip the first n lines', '0')
  .parse()

const { force, skip } = program.opts()
if (process.env.CI !== 'true') throw new Error('CI only')

const CACHE = '.cache/prices.json'
if (force || !existsSync(CACHE)) {
  await rm(CACHE, { force: true })
  const response = await fetch('https://prices.example.com/v1.json')
  await writeFile(CACHE, await response.text())
}

const prices = JSON.parse(await readFile(CACHE, 'utf8')).slice(Number(skip))
const prisma = new PrismaClient()
for (const { sku, amount } of prices) await prisma.price.update({ where: { sku }, data: { amount } })
await prisma.$disconnect()
