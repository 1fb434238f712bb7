import { createClient } from '@supabase/supabase-js'
const supabase = createClient(process.env.URL!, process.env.KEY!)
await supabase.storage.from('avatars').remove(['a.png'])
const query = supabase.from('profiles')
const { error } = await query.insert({ id: 1 }) // expect: no-unlisted-mutation-scripts
