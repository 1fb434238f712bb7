import { Pool } from 'pg'
class Wipe {
  private readonly pool = new Pool()
  async run() {
    await this.sweep()
  }
  private async sweep() {
    await this.pool.query('DELETE FROM sessions') // expect: require-ci-guard
  }
}
const wipe = new Wipe()
await wipe.run()
