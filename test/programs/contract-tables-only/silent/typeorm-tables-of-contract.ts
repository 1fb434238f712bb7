import { dataSource } from '../src/data-source'
import { Team } from '../src/entities/team'

await dataSource.initialize()
const teams = await dataSource.getRepository(Team).find({ where: { archived: false } })
await dataSource.createQueryBuilder().update(Team).set({ seats: 10 }).whereInIds(teams.map((team) => team.id)).execute()
await dataSource.destroy()
// file: src/data-source.ts
import { DataSource } from 'typeorm'
import { Team } from './entities/team'
export const dataSource = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Team] })
// file: src/entities/team.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity({ name: 'crm_teams' })
export class Team {
  @PrimaryGeneratedColumn() id!: number
  @Column() seats!: number
  @Column() archived!: boolean
}
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`

## Allowed tables and columns

| Table | Columns |
|---|---|
| `crm_teams` | seats |
