import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/safety'
class Job {
  constructor(private readonly pool = new Pool()) {} // expect: require-environment-fingerprint
  async run() {
    await validateEnvironmentFingerprint('production')
    await this.pool.query('DELETE FROM x')
  }
}
await new Job().run()
