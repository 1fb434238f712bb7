import { MongoClient } from 'mongodb'

const isCi = process.env.CI === 'true'
const isReleaseBranch = process.env.GITHUB_REF === 'refs/heads/main'

if (!isCi && !isReleaseBranch) {
  console.error('Only CI on main may rebuild the index')
  process.exit(1)
}

const client = new MongoClient(process.env.MONGODB_URI!)
await client.connect() // expect: require-ci-guard
await client.db('shop').collection('search').deleteMany({})
await client.close()
