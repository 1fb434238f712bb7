// settings: {"deployScripts": ["scripts/*"]}
import { dataSource } from '../src/data-source'

await dataSource.initialize()
await dataSource.synchronize() // expect: deploy-script-migrate-only
await dataSource.runMigrations()
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL })
