// file: test/parse-url.test.ts
import { expect, test } from 'vitest'
import { parse } from '../src/parse'

test('reads the host', () => {
  expect(parse('postgres://u:p@db.prod.acmepay.io/x').host).toBe('db.prod.acmepay.io')
})
