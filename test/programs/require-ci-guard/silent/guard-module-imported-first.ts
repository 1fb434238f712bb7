import '../lib/ci-only'
import '../lib/connect'
// file: lib/ci-only.ts
if (!process.env.CI) {
  throw new Error('CI only')
}
// file: lib/connect.ts
import mongoose from 'mongoose'
await mongoose.connect(process.env.MONGO_URL!)
