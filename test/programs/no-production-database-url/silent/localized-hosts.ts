import { createPool } from 'mysql2'

export const pool = createPool({ host: process.env.DB_HOST ?? 'localhost', database: 'live_orders', user: 'production' })
export const cache = 'redis://localhost:6379/prod'
export const docs = 'https://docs.production.acme.io/databases/postgres://'
