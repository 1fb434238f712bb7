export const docs = [
  'postgres://app:pw@db.prod.example:5432/app',
  'mysql://app:pw@production.invalid/app',
  'mongodb://app:pw@prod.db.test/app',
]
