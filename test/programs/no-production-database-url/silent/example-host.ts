import { Client } from 'pg'

await new Client(process.env.DATABASE_URL ?? 'postgres://user:password@db.example.com:5432/shop').connect()
