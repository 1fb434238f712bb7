import { AppDataSource } from '../src/data-source'
const source = await AppDataSource.initialize()
const users = await source.getRepository('User').find()
console.log(users.length, await source.query('SELECT 1'), await source.showMigrations())
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const AppDataSource = new DataSource({ type: 'postgres' })
