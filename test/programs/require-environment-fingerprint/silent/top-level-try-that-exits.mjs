import { validateEnvironmentFingerprint } from '@acme/safety'
import mongoose from 'mongoose'
try {
  await validateEnvironmentFingerprint(process.env.MONGO_URL, 'production')
} catch (error) {
  console.error(error)
  process.exit(1)
}
await mongoose.connect(process.env.MONGO_URL)
await mongoose.connection.collection('carts').deleteMany({})
