import { createClient } from '@supabase/supabase-js'
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SERVICE_ROLE_KEY!)
const { error } = await supabase.from('prices').upsert([{ id: 1 }]) // expect: no-unlisted-mutation-scripts
if (error) throw error
