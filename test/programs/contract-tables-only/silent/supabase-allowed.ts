import { createClient } from '@supabase/supabase-js'
const supabase = createClient(process.env.URL!, process.env.KEY!)
const rows = [{ title: 'Lamp', price: 1 }]
await supabase.from('products').upsert(rows.map(({ title, price }) => ({ title, price })), { onConflict: 'title' })
await supabase.from('reviews').select('*')
<!-- file: PRODUCTION_MUTATION_CONTRACT.md -->
# Production mutation contract

## Allowed scripts

1. `scripts/program.ts`: keeps the catalogue up to date

## Allowed tables

- `products`: title, price, categoryId
- `categories`

## Forbidden operations

- DELETE
- TRUNCATE
- DROP TABLE
