import { jobs } from '../lib/jobs'
console.log(jobs.length)
// file: lib/jobs.ts
import { Queue } from '@acme/queue'
import { Pool } from 'pg'
const pool = new Pool()
export const queue = new Queue({
  sweep: async () => {
    await pool.query('DELETE FROM sessions')
  },
})
export const jobs = ['sweep']
class Worker {
  constructor() {
    queue.on('sweep', async () => {
      await pool.query('DELETE FROM sessions')
    })
  }
}
export const worker = new Worker()
