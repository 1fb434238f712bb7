import { Client } from 'pg'

const origins = process.env.ALLOWED_ORIGINS?.split(',') ?? []
if (origins.length === 0) throw new Error('ALLOWED_ORIGINS is missing')
const color = process.env.FORCE_COLOR !== '0' && !process.env.NO_COLOR
if (!color) console.log('plain')
await new Client().query('DELETE FROM origins')
