import mongoose from 'mongoose'
import { Account } from '../models/account.mjs'

const connection = mongoose.connect(process.env.MONGO_URL) // expect: require-ci-guard
if (process.env.GITHUB_ACTIONS !== 'true') process.exit(2)
await connection
await Account.updateMany({ locale: null }, { $set: { locale: 'en' } })
await mongoose.disconnect()
// file: models/account.mjs
import mongoose from 'mongoose'
export const Account = mongoose.model('Account', new mongoose.Schema({ locale: String }))
