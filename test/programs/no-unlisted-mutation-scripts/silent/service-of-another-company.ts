import Stripe from 'stripe'
import { S3 } from '@aws-sdk/client-s3'
import { Octokit } from '@octokit/rest'
const stripe = new Stripe(process.env.KEY!)
await stripe.customers.create({ email: 'a@b.c' })
await stripe.customers.update('cus_1', { name: 'x' })
await new S3({}).deleteObject({ Bucket: 'b', Key: 'k' })
await new Octokit().issues.create({ owner: 'a', repo: 'b', title: 'prisma migrate deploy' })
