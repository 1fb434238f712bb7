import { Client } from 'pg'

const url = process.env.CI ? process.env.PROD_DATABASE_URL : process.env.DEV_DATABASE_URL
await new Client(url).connect()
