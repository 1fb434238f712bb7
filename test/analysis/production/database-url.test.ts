import { describe, expect, test } from 'vitest'
import { isProductionVariable, productionUrlsIn } from '../../../src/analysis/production/database-url.ts'

describe('URLs of production', () => {
  test.each([
    'postgres://a:b@db.prod.acme.io/x', 'mysql://a@prod-1/x', 'mongodb+srv://a:b@live-cluster.acme.io/x', 'postgresql://a:b@10-1.acme.io/shop_production?sslmode=require',
    'postgres://a:b@db.prod.example.com:5432/x', 'postgres://prod_user:b@db.acme.io/x', 'jdbc:postgresql://production.acme.io/x',
  ])('%s is one', (url) => {
    expect(productionUrlsIn(`see ${url} there`).map(({ start, end }) => [start, end])).toEqual([[url.startsWith('jdbc') ? 4 : 4, 4 + url.length]])
  })

  test.each([
    'postgres://a:b@localhost/prod', 'postgres://a:b@127.0.0.1:5432/production', 'postgres://a:b@db/shop_prod', 'postgres://a:b@<host>/prod', 'postgres://user:password@host:5432/prod',
    'postgres://a:b@db.acme.io/shop', 'postgres://a:b@db.staging.acme.io/prod', 'postgres://a:b@nonprod.acme.io/x', 'https://prod.acme.io', 'postgres://a:b@product-db.acme.io/products', 'redis://cache.acme.io',
  ])('%s is none', (url) => {
    expect(productionUrlsIn(url)).toEqual([])
  })

  test('passwords are not shown', () => {
    expect(productionUrlsIn('postgres://app:s3cret@db.prod.acme.io/x')[0]?.shown).toBe('postgres://app:…@db.prod.acme.io/x')
  })
})

test('variables of production', () => {
  const names = ['PROD_DATABASE_URL', 'DATABASE_URL_PROD', 'PRODUCTION_DB_HOST', 'SHOP_PROD_PG_URL', 'PRODUCTS_DATABASE_URL', 'IS_PROD_DB', 'PROD_API_URL', 'NON_PROD_DATABASE_URL', 'ALLOW_PROD_DATABASE', 'PROD_DB_NAME']

  expect(names.filter(isProductionVariable)).toEqual(['PROD_DATABASE_URL', 'DATABASE_URL_PROD', 'PRODUCTION_DB_HOST', 'SHOP_PROD_PG_URL'])
})
