import { upsertCountry } from '../src/countries.js'
const countries = [{ code: 'de' }, { code: 'fr' }]
await Promise.all(countries.map(upsertCountry)) // expect: no-unlisted-mutation-scripts
// file: src/countries.ts
import { Pool } from 'pg'
const pool = new Pool()
export const upsertCountry = ({ code }) => pool.query('INSERT INTO countries (code) VALUES ($1) ON CONFLICT DO NOTHING', [code])
