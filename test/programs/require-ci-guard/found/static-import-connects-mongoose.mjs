import '../src/db/connect.mjs' // expect: require-ci-guard
import { User } from '../src/models/user.mjs'

if (!process.env.CI) {
  console.error('CI only')
  process.exit(1)
}

const result = await User.updateMany({ role: 'guest' }, { $set: { role: 'member' } })
console.log(`${result.modifiedCount} users promoted`)
process.exit(0)
// file: src/db/connect.mjs
import mongoose from 'mongoose'

mongoose.set('strictQuery', true)
await mongoose.connect(process.env.MONGO_URL)
export default mongoose
// file: src/models/user.mjs
import mongoose from 'mongoose'

const schema = new mongoose.Schema({ email: String, role: String })
export const User = mongoose.model('User', schema)
