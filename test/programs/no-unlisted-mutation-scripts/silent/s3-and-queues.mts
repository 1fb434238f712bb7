import { S3Client, DeleteObjectCommand } from '@aws-sdk/client-s3'
import { Queue } from 'bullmq'
import { createClient } from 'redis'
const s3 = new S3Client({})
await s3.send(new DeleteObjectCommand({ Bucket: 'b', Key: 'k' }))
await new Queue('mails').add('welcome', { to: 'x' })
const redis = createClient()
await redis.connect()
await redis.del('k')
await redis.set('insert into', 'x')
