// Loaded before the command: whoever loads what speaks to hosting services, or opens a connection, is told on.
const Module = require('node:module')
const net = require('node:net')
const load = Module._load
Module._load = function (request, ...rest) {
  if (/answer-online/.test(request)) process.stderr.write(`TRAPPED ${request}\n`)
  return load.call(this, request, ...rest)
}
net.Socket.prototype.connect = () => { throw new Error('TRAPPED a socket') }
globalThis.fetch = () => { throw new Error('TRAPPED fetch') }
