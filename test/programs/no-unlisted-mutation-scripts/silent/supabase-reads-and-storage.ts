import { createClient } from '@supabase/supabase-js'
const supabase = createClient(url, key)
const { data } = await supabase.from('prices').select('*').eq('active', true)
console.log(data)
