import { createClient } from '@supabase/supabase-js'
const admin = createClient(url, key).auth.admin
await admin.deleteUser('0000') // expect: no-unlisted-mutation-scripts
