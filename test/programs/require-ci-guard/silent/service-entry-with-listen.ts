// file: package.json
{ "name": "api", "private": true, "scripts": { "dev": "nodemon src/server.ts", "start": "node src/server.ts" } }
// file: src/server.ts
import express from 'express'
import { PrismaClient } from '@prisma/client'
const prisma = new PrismaClient()
const app = express()
app.delete('/users/:id', async (request, response) => {
  await prisma.user.delete({ where: { id: request.params.id } })
  response.end()
})
app.listen(3000)
