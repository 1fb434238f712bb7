import { Logger } from 'winston'
import axios from 'axios'
import { PrismaClient } from '@prisma/client'
const log = new Logger()
log.query('starting')
await axios.delete('https://status.example.com/banner')
if (process.env.CI !== 'true') {
  await axios.post('https://chat.example.com/hook', { text: 'somebody tried to run this locally' })
  process.exit(1)
}
const prisma = new PrismaClient()
await prisma.banner.deleteMany()
