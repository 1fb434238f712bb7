// settings: {"deployScripts": ["scripts/program.ts"]}
import { AppDataSource } from '../src/data-source'

await AppDataSource.initialize()
await AppDataSource.runMigrations({ transaction: 'all' })
await AppDataSource.destroy()
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const AppDataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL })
