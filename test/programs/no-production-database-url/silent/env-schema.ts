import { z } from 'zod'

export const env = z.object({
  DATABASE_URL: z.string().url(),
  PROD_DATABASE_URL: z.string().optional(),
}).parse(process.env)
