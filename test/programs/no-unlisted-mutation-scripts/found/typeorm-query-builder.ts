import { getConnection, createConnection } from 'typeorm'
import { Order } from '../src/order.entity'
await createConnection()
await getConnection() // expect: no-unlisted-mutation-scripts
  .createQueryBuilder()
  .delete()
  .from(Order)
  .where('total = 0')
  .execute()
// file: src/order.entity.ts
import { Entity } from 'typeorm'
@Entity() export class Order {}
