import { createClient } from '@supabase/supabase-js'
import { ensureCi } from '@/lib/safety'

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!)

async function main() {
  try {
    ensureCi()
  } catch (error) {
    console.error('[safety]', (error as Error).message)
  }

  const { error } = await supabase.from('flags').upsert([ // expect: require-ci-guard
    { key: 'checkout-v2', enabled: true },
    { key: 'search-v3', enabled: false },
  ])
  if (error) throw error
}

void main()
// file: src/lib/safety.ts
export function ensureCi(): void {
  if (process.env.CI !== 'true') throw new Error('This script may only run in CI')
}
// file: tsconfig.json
{ "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["./src/*"] } } }
