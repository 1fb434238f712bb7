import { Client } from 'pg'

const HOST = 'db.production.lumen.app'
export const client = new Client(`postgres://app:${process.env.PASSWORD}@${HOST}/app`) // expect: no-production-database-url
