import { z } from 'zod'
const user = z.object({ name: z.string() })
user.partial().extend({ id: z.number() })
const update = { create: (x: string) => x }
update.create('DROP TABLE x')
