import mongoose from 'mongoose'

await mongoose.connect('mongodb://writer:w@mongo-prod-0.internal.lumen.app,mongo-prod-1.internal.lumen.app/lumen?replicaSet=rs0') // expect: no-production-database-url
