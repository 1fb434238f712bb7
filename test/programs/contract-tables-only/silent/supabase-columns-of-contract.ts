import { createClient } from '@supabase/supabase-js'

const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!)

const { data: plans } = await supabase.from('plans').select('*').eq('active', true)
for (const plan of plans ?? []) {
  const { error } = await supabase.from('plans').update({ price: plan.price * 2, currency: 'EUR' }).eq('id', plan.id)
  if (error) throw error
}
// file: docs/mutation-contract.md
# Mutation contract

## Allowed mutation scripts

- `scripts/program.ts`: prices

## Allowed tables and columns

| Table | Columns |
|-------|---------|
| plans | price, currency |
