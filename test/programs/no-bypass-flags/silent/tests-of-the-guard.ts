// file: test/bypass.test.ts
import { test } from 'vitest'

test.skip('later', () => undefined)
const skip = process.env.SKIP_SLOW === '1'
if (!skip) throw new Error('x')
