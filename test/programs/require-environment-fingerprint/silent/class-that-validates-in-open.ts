import { Pool } from 'pg'
import { validateEnvironmentFingerprint } from '@acme/safety'
class Store {
  private constructor(readonly pool: Pool) {}
  static async open(url: string): Promise<Store> {
    await validateEnvironmentFingerprint(url, 'production')
    return new Store(new Pool({ connectionString: url }))
  }
}
const store = await Store.open(process.env.DATABASE_URL!)
await store.pool.query('DELETE FROM carts')
