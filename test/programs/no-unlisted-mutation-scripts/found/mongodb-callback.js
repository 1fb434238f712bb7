const { MongoClient } = require('mongodb')
MongoClient.connect(process.argv[2], (error, client) => {
  if (error) throw error
  client.db('app').collection('users').deleteMany({ test: true }) // expect: no-unlisted-mutation-scripts
})
