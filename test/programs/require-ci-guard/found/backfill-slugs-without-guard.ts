import { PrismaClient } from '@prisma/client'
import slugify from 'slugify'

const prisma = new PrismaClient({ log: ['warn', 'error'] })
const BATCH = 200

async function backfill(): Promise<number> {
  let cursor: string | undefined
  let done = 0
  for (;;) {
    const posts = await prisma.post.findMany({ // expect: require-ci-guard
      where: { slug: null },
      take: BATCH,
      ...(cursor ? { skip: 1, cursor: { id: cursor } } : {}),
      orderBy: { id: 'asc' },
    })
    if (posts.length === 0) return done
    for (const post of posts) {
      await prisma.post.update({ where: { id: post.id }, data: { slug: slugify(post.title) } })
      done++
    }
    cursor = posts.at(-1)?.id
  }
}

backfill()
  .then((count) => console.log(`Backfilled ${count} slugs`))
  .catch((error) => {
    console.error(error)
    process.exitCode = 1
  })
  .finally(() => prisma.$disconnect())
