import 'reflect-metadata'
import { AppDataSource } from '../src/data-source'
import { User } from '../src/user'
AppDataSource.initialize().then(async () => {
  const users = AppDataSource.getRepository(User)
  await users.save(users.create({ name: 'x' })) // expect: no-unlisted-mutation-scripts
})
// file: src/data-source.ts
import { DataSource } from 'typeorm'
export const AppDataSource = new DataSource({ type: 'postgres' })
// file: src/user.ts
import { Entity, BaseEntity } from 'typeorm'
@Entity('users')
export class User extends BaseEntity {}
