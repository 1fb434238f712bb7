import { createDataSource } from '../src/typeorm'
const source = await createDataSource()
const runner = source.createQueryRunner()
await runner.startTransaction()
await runner.query('ALTER TABLE users ADD COLUMN nickname text') // expect: no-unlisted-mutation-scripts
await runner.commitTransaction()
// file: src/typeorm.ts
import { DataSource } from 'typeorm'
export async function createDataSource(): Promise<DataSource> {
  const source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL })
  return source.initialize()
}
