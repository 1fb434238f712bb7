const { MongoClient } = require('mongodb')
const mongoose = require('mongoose')
async function main() {
  const client = await MongoClient.connect(process.env.MONGO_URL)
  console.log(await client.db().collection('users').countDocuments())
  await mongoose.connect(process.env.MONGO_URL)
  const Post = mongoose.model('Post', new mongoose.Schema({}))
  console.log(await Post.find({}).sort({ at: -1 }).limit(5).lean())
}
main()
