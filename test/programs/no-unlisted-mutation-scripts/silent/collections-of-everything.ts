import { Collection } from 'discord.js'
import { BloomFilter } from 'bloom-filters'
import { readdir, rename, rm } from 'node:fs/promises'
import { Kafka } from 'kafkajs'
import { S3Client, DeleteObjectCommand } from '@aws-sdk/client-s3'

const members = new Collection<string, { name: string }>()
members.set('1', { name: 'Ada' })
members.delete('1')

const filter = BloomFilter.create(100, 0.01)
filter.add('x')

for (const file of await readdir('exports')) {
  await rename(`exports/${file}`, `archive/${file}`)
}
await rm('exports', { recursive: true, force: true })

const s3 = new S3Client({})
await s3.send(new DeleteObjectCommand({ Bucket: 'reports', Key: 'old.csv' }))

const admin = new Kafka({ brokers: ['localhost:9092'] }).admin()
await admin.connect()
await admin.createTopics({ topics: [{ topic: 'orders' }] })
await admin.disconnect()
