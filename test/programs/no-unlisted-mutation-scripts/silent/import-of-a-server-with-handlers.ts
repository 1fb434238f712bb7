import { app } from '../src/app'
console.log(app.routes.length)
// file: src/app.ts
import express from 'express'
import { Worker } from 'bullmq'
import { PrismaClient } from '@prisma/client'
import { removeUser } from './remove-user'
const prisma = new PrismaClient()
export const app = express()
app.delete('/users/:id', removeUser)
app.post('/users', async (request) => {
  await prisma.user.create({ data: request.body })
})
class Queue {
  worker = new Worker('mails', async job => prisma.mail.update({ where: { id: job.id }, data: { sent: true } }))
  constructor() {
    new Worker('users', async job => prisma.user.delete({ where: { id: job.id } }))
  }
}
export const queue = new Queue()
// file: src/remove-user.ts
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
export const removeUser = (id: string) => prisma.user.delete({ where: { id } })
