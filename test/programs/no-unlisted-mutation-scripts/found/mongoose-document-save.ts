import mongoose, { model, Schema } from 'mongoose'
const Post = model('Post', new Schema({ title: String }))
await mongoose.connect(process.env.MONGO_URL!)
const post = new Post({ title: 'x' })
await post.save() // expect: no-unlisted-mutation-scripts
