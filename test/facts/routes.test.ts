/** Which routes a repository serves: routers across files, mounts, chains, rewrites. */
import { describe, expect, test } from 'vitest'
import { routesFact } from '../../src/facts/routes/routes.ts'
import { memoryRepository } from '../support/memory-repository.ts'

function served(files: Record<string, string>): readonly string[] {
  return [...new Set(memoryRepository(files).get(routesFact).all.map(({ method, path }) => `${method} ${path}`))].sort()
}

const users = `import { Router } from 'express'
const router = Router()
router.get('/', list).post('/', create)
router.route('/:id').get(show).delete(remove)
export default router
`

describe('routesFact', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    ['a router mounted in another file', {
      'src/users.ts': users, 'src/app.ts': "import express from 'express'\nimport users from './users.js'\nconst app = express()\napp.use('/api/users', auth, users)\n",
    }, ['DELETE /api/users/:id', 'GET /api/users', 'GET /api/users/:id', 'POST /api/users']],
    ['a router mounted twice', {
      'src/users.ts': users.replace(/router\.route.*\n/, ''), 'src/app.ts': "import express from 'express'\nimport users from './users'\nconst app = express()\napp.use('/v1/users', users)\napp.use('/v2/users', users)\n",
    }, ['GET /v1/users', 'GET /v2/users', 'POST /v1/users', 'POST /v2/users']],
    ['mounts in mounts, by require and a constant', {
      'a.js': "const express = require('express')\nconst BASE = '/api'\nconst app = express()\nconst v1 = express.Router()\napp.use(BASE, v1)\nv1.use('/orders', require('./orders'))\n",
      'orders.js': "const { Router } = require('express')\nconst r = Router()\nr.put('/:id', f)\nmodule.exports = r\n",
    }, ['PUT /api/orders/:id']],
    ['a function that is given the application', {
      'a.ts': "import express from 'express'\nimport { setUp } from './routes'\nconst app = express()\nsetUp(app)\n", 'routes.ts': "export function setUp(app) { app.get('/health', ok) }\n",
    }, ['GET /health']],
    ['fastify plugins with a prefix, and a route object', {
      'a.ts': "import Fastify from 'fastify'\nimport items from './items'\nconst server = Fastify({ logger: true })\nserver.register(items, { prefix: '/items' })\nserver.route({ method: ['GET', 'HEAD'], url: '/ping', handler })\n",
      'items.ts': "export default async function (fastify, options) {\n  fastify.get('/', list)\n  fastify.post<{ Body: X }>('/', { schema }, create)\n}\n",
    }, ['GET /items', 'GET /ping', 'HEAD /ping', 'POST /items']],
    ['hono, chained, with a base path and a sub-application', {
      'a.ts': "import { Hono } from 'hono'\nimport { books } from './books'\nconst app = new Hono().basePath('/api')\napp.get('/health', ok)\napp.route('/books', books)\nexport default app\n",
      'books.ts': "import { Hono } from 'hono'\nexport const books = new Hono().get('/', list).get('/:id', show)\n",
    }, ['GET /api/books', 'GET /api/books/:id', 'GET /api/health']],
    ['koa with a prefix of its own', { 'a.js': "const Router = require('@koa/router')\nconst router = new Router({ prefix: '/users' })\nrouter.get('/:id', show)\n" }, ['GET /users/:id']],
    ['NestJS with a global prefix', {
      'main.ts': "import { NestFactory } from '@nestjs/core'\nconst app = await NestFactory.create(M)\napp.setGlobalPrefix('api')\n",
      'cats.controller.ts': "@Controller('cats')\nexport class C {\n  @Get(':id')\n  one() {}\n}\n",
    }, ['GET /api/cats/:id', 'GET /cats/:id']],
    ['rewrites and a base path of Next.js', {
      'next.config.mjs': "export default { basePath: '/shop', async rewrites() { return [{ source: '/old/:path*', destination: '/new/:path*' }] } }\n",
      'app/api/orders/route.ts': 'export async function GET() {}\n',
    }, ['ALL /old/:path*', 'ALL /shop/old/:path*', 'GET /api/orders', 'GET /shop/api/orders']],
    ['a route called test, and a test of routes', {
      'app/api/flows/[id]/test/route.ts': 'export const POST = run\n', 'test/app/api/x/route.ts': 'export const GET = x\n',
    }, ['POST /api/flows/[id]/test']],
    ['a router of a class', { 'a.ts': "import { Router } from 'express'\nclass Users {\n  router = Router()\n  constructor() { this.router.get('/me', this.me) }\n}\n" }, ['GET /me']],
    ['what asks and what only reads settings', {
      'a.ts': "import axios from 'axios'\nimport express from 'express'\nconst app = express()\napp.get('trust proxy')\nawait axios.get('/users', {})\nconst map = new Map()\nmap.get('/x', 1)\nawait request(app).get('/y', {})\n",
    }, []],
  ])('%s', (_name, files, expected) => {
    expect(served(files)).toEqual(expected)
  })

  test('knows where it can not read', () => {
    const { unread, prefixed } = memoryRepository({
      'a.ts': "import express from 'express'\nimport { handler } from 'trpc-express'\nconst app = express()\napp.use('/trpc', handler({ router }))\napp.get(`/${name}/x`, f)\n",
      'vite.config.ts': "export default { server: { proxy: { '/backend': 'http://localhost:9000' } } }\n",
    }).get(routesFact)
    expect({ unread, prefixed }).toEqual({ unread: ['/trpc', '/backend'], prefixed: true })
  })
})
