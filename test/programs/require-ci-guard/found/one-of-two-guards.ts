import { Pool } from 'pg'
const strict = () => { if (!process.env.CI) throw new Error('CI only') }
const lax = () => {}
const guard = process.argv.includes('--lax') ? lax : strict
guard()
await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
