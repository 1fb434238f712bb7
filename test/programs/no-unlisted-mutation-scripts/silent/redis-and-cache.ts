import Redis from 'ioredis'
import NodeCache from 'node-cache'
const redis = new Redis()
await redis.del('a')
await redis.set('b', 1)
new NodeCache().del('x')
