import { Pool } from 'pg'
const hooks: { guard?: () => void } = { guard: () => { if (!process.env.CI) throw new Error('CI only') } }
hooks.guard?.()
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
