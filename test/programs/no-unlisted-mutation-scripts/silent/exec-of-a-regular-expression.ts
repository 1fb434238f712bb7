const match = /prisma (migrate deploy)/.exec('npx prisma migrate deploy')
console.log(match?.[1])
