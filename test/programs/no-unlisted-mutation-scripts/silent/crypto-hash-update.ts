import { createHash } from 'node:crypto'
import '@prisma/client'
console.log(createHash('sha1').update('UPDATE users SET a = 1').digest('hex'))
