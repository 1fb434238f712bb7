// file: package.json
{ "workspaces": ["packages/*"] }
// file: packages/create-shop-app/package.json
{ "name": "create-shop-app", "version": "1.2.0", "bin": "dist/index.js", "main": "dist/index.js", "files": ["dist"] }
// file: packages/create-shop-app/src/index.ts
#!/usr/bin/env node
import { execSync } from 'node:child_process'
import pg from 'pg'
const name = process.argv[2] ?? 'shop'
const client = new pg.Client({ user: process.argv[3], host: 'localhost' })
await client.connect()
await client.query(`CREATE DATABASE ${name}`)
execSync('npx prisma migrate deploy', { cwd: name })
