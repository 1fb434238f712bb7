import { BaseEntity, Entity } from 'typeorm'
@Entity() class Notice extends BaseEntity { id!: number }
await Notice.delete({ id: 3 }) // expect: no-unlisted-mutation-scripts
