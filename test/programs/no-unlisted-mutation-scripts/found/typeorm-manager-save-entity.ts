import 'reflect-metadata'
import dataSource from '../src/data-source'
import { Subscription } from '../src/entity/Subscription'

const run = async () => {
  await dataSource.initialize()
  const lapsed = await dataSource.manager.find(Subscription, { where: { renewed: false } })
  for (const subscription of lapsed) {
    subscription.state = 'lapsed'
    await dataSource.manager.save(subscription) // expect: no-unlisted-mutation-scripts
  }
  await dataSource.destroy()
}

run()
// file: src/data-source.ts
import { DataSource } from 'typeorm'
import { Subscription } from './entity/Subscription'

export default new DataSource({ type: 'mysql', url: process.env.DATABASE_URL, entities: [Subscription] })
// file: src/entity/Subscription.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity()
export class Subscription {
  @PrimaryGeneratedColumn() id!: number
  @Column() state!: string
  @Column() renewed!: boolean
}
