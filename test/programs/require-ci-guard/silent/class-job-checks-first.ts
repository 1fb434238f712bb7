import { DataSource } from 'typeorm'
import { Invoice } from '../src/entities/invoice.entity'

class InvoiceFixer {
  private readonly source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Invoice] })

  private checkEnvironment(): boolean {
    return process.env.CI === 'true'
  }

  async run(): Promise<void> {
    if (!this.checkEnvironment()) {
      throw new Error('InvoiceFixer is started by the pipeline only')
    }
    await this.source.initialize()
    const repository = this.source.getRepository(Invoice)
    await repository.update({ status: 'stuck' }, { status: 'open' })
    await this.source.destroy()
  }
}

new InvoiceFixer().run().catch((error) => {
  console.error(error)
  process.exit(1)
})
// file: src/entities/invoice.entity.ts
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm'

@Entity('invoices')
export class Invoice {
  @PrimaryGeneratedColumn() id!: number
  @Column() status!: string
}
