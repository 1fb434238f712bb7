const mongoose = require('mongoose')
const { EventEmitter } = require('node:events')
const { Pool } = require('pg')
const bus = new EventEmitter()
bus.once('open', async () => {
  await new Pool().query('DELETE FROM sessions') // expect: require-ci-guard
})
bus.emit('open')
