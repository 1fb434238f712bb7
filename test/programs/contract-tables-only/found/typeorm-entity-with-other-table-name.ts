import { dataSource } from '../src/data-source'
import { Member } from '../src/entities/member'
import { Team } from '../src/entities/team'

await dataSource.initialize()
await dataSource.getRepository(Team).update({ archived: false }, { seats: 10 })
await dataSource.getRepository(Member).update({ role: 'owner' }, { role: 'admin' }) // expect: contract-tables-only
await dataSource.destroy()
// file: src/data-source.ts
import { DataSource } from 'typeorm'
import { Member } from './entities/member'
import { Team } from './entities/team'
export const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Team, Member] })
// file: src/entities/team.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity({ name: 'crm_teams' })
export class Team {
  @PrimaryGeneratedColumn() id!: number
  @Column() seats!: number
  @Column() archived!: boolean
}
// file: src/entities/member.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity('crm_members')
export class Member {
  @PrimaryGeneratedColumn() id!: number
  @Column() role!: string
}
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`

## Allowed tables and columns

| Table | Columns |
|---|---|
| `crm_teams` | seats |
