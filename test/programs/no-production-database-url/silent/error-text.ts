if (!process.env.DATABASE_URL) {
  throw new Error('Set DATABASE_URL, for example postgres://app:secret@db.prod.acmeshop.io/shop')
}
console.log('never use mysql://root@prod-db.acmeshop.io/shop here')
