import { Octokit } from '@octokit/rest'
import axios from 'axios'
import Stripe from 'stripe'
import Redis from 'ioredis'

const octokit = new Octokit({ auth: process.env.GITHUB_TOKEN })
const stripe = new Stripe(process.env.STRIPE_KEY!)
const api = axios.create({ baseURL: 'https://api.example.com' })
const cache = new Map<string, unknown>()

const { data: caches } = await octokit.actions.getActionsCacheList({ owner: 'acme', repo: 'shop' })
for (const entry of caches.actions_caches) {
  await octokit.actions.deleteActionsCacheById({ owner: 'acme', repo: 'shop', cache_id: entry.id! })
  cache.delete(String(entry.id))
}
await stripe.customers.update('cus_1', { metadata: { synced: 'yes' } })
await api.delete('/sessions')
const redis = new Redis()
const size = await redis.dbsize()
console.log(size)
