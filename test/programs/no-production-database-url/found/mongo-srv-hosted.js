const { MongoClient } = require('mongodb')

const uri = 'mongodb+srv://admin:9sdkf2@shop-main.k3jd9.mongodb.net/shop' // expect: no-production-database-url
new MongoClient(uri).connect()
