import { DataSource } from 'typeorm'
const source = new DataSource({ type: 'mysql' })
await source.initialize()
await source.synchronize(true) // expect: no-unlisted-mutation-scripts
