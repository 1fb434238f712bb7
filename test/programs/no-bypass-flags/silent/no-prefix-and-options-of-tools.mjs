import { execFileSync } from 'node:child_process'
import { MongoClient } from 'mongodb'

if (!process.env.CI) throw new Error('only in CI')

const noColor = 'NO_COLOR' in process.env
const overrideDate = process.env.OVERRIDE_DATE
execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'])
execFileSync('git', ['fetch', '--force', '--tags'])

const before = overrideDate ? new Date(overrideDate) : new Date()
const client = await MongoClient.connect(process.env.MONGO_URL, { ignoreUndefined: true })
const { deletedCount } = await client.db().collection('drafts').deleteMany({ createdAt: { $lt: before } })
console.log(noColor ? `${deletedCount}` : `\u001B[1m${deletedCount}\u001B[0m`)
await client.close()
