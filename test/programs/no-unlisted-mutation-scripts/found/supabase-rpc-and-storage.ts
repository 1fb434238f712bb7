import { createClient } from '@supabase/supabase-js'
import type { Database } from '../types/supabase'

const supabase = createClient<Database>(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_KEY!, {
  auth: { persistSession: false },
})

const { data: profiles, error } = await supabase.from('profiles').select('id, username').is('display_name', null)
if (error) throw error

const results = await Promise.all(
  profiles.map(({ id, username }) =>
    supabase.from('profiles').update({ display_name: username }).eq('id', id), // expect: no-unlisted-mutation-scripts
  ),
)
console.log(results.filter(({ error }) => !error).length, 'updated')
