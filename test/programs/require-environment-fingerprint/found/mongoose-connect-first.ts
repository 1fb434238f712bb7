import mongoose from 'mongoose'
import { assertEnvironment } from '@acme/safety'
const Plan = mongoose.model('Plan', new mongoose.Schema({ active: Boolean }))
await mongoose.connect(process.env.MONGO_URL!) // expect: require-environment-fingerprint
await assertEnvironment('production')
await Plan.updateMany({}, { active: false })
