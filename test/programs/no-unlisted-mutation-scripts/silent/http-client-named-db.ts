import { createDb } from '@acme/http-store'
import got from 'got'
const db = createDb({ url: 'https://cache.example.com' })
await db.delete('key')
await db.query('UPDATE everything')
await got.delete('https://api.example.com/items/1')
