import { createClient } from '@supabase/supabase-js'
const supabase = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_SERVICE_ROLE_KEY!)
if (process.env.CI) console.log('running in the pipeline')
else console.log('running on a laptop, careful')
const { error } = await supabase.from('profiles').update({ banned: true }).eq('spam', true) // expect: require-ci-guard
if (error) throw error
