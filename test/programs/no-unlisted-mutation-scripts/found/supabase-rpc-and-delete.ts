import { createAdminClient } from './lib/supabase'
const supabase = createAdminClient()
await supabase.from('invoices').delete().lt('created_at', '2020-01-01') // expect: no-unlisted-mutation-scripts
// file: scripts/lib/supabase.ts
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
let cached: SupabaseClient | undefined
export function createAdminClient(): SupabaseClient {
  cached ??= createClient(process.env.SUPABASE_URL!, process.env.SERVICE_KEY!)
  return cached
}
