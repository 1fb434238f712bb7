import { Command } from '@oclif/core'
import { Pool } from 'pg'
export default class Purge extends Command {
  static description = 'delete old events'
  async run(): Promise<void> {
    await new Pool().query('DELETE FROM events') // expect: require-ci-guard
  }
}
