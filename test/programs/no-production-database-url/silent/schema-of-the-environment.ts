// file: src/env.ts
import { z } from 'zod'

export const schema = z.object({
  DATABASE_URL: z.string().url(),
  PROD_DATABASE_URL: z.string().url().optional(),
})
