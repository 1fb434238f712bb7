import { AppDataSource } from '../src/data-source'
import { User } from '../src/entities/user'

AppDataSource.initialize() // expect: require-ci-guard
  .then(async (source) => {
    if (process.env.CI !== 'true') throw new Error('pipeline only')
    await source.getRepository(User).update({ plan: 'trial' }, { plan: 'free' })
  })
  .catch((error) => {
    console.error(error)
    process.exit(1)
  })
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const AppDataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: ['src/entities/*.ts'] })
// file: src/entities/user.ts
import { Entity, Column, PrimaryGeneratedColumn } from 'typeorm'
@Entity()
export class User {
  @PrimaryGeneratedColumn() id!: number
  @Column() plan!: string
}
