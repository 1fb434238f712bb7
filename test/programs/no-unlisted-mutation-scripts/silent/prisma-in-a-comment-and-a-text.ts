// await prisma.user.deleteMany()
/* execSync('prisma migrate reset') */
console.log('run `npx prisma migrate deploy` first, then DELETE FROM users')
throw new Error('use prisma.user.create()')
