import { describe, expect, test } from 'vitest'
import { stringSetsOf } from '../../src/analysis/environment/string-sets.ts'

describe('closed sets of strings', () => {
  test.each([
    ['a union', 'type Channel =\n  | "dev"\n  | "live"\n', 'Channel', 1],
    ['an array', '\nexport const CHANNELS = [\'dev\', \'live\'] as const', 'CHANNELS', 2],
    ['a zod enum', 'const channel = z.enum(["dev", "live"])', 'channel', 1],
    ['an enum with strings', 'enum Channel { Dev = "dev", Live = "live" }', 'Channel', 1],
    ['an enum without strings', '\n\nenum Channel { dev, live }', 'Channel', 3],
    ['an enum of Prisma', 'enum Channel {\n  dev // here\n  live\n}', 'Channel', 1],
    ['objects with an id', 'const channels = [\n  { id: "dev", port: [1] },\n  { id: "live", port: [2] },\n]', 'channels', 1],
    ['a list in YAML', 'name: x\nchannels:\n  - dev\n  - "live"\n', 'channels', 2],
    ['a list in JSON', '{\n  "channels": ["dev", "live"]\n}', 'channels', 2],
  ])('%s', (_form, text, name, line) => {
    expect(stringSetsOf(text)).toEqual([{ name, members: ['dev', 'live'], line }])
  })

  test.each([
    ['one string', 'const channels = ["dev"]'],
    ['an enum with code in it', 'enum Channel { dev = 1 << 2, live }'],
    ['objects that do not end', 'const channels = [{ id: "dev" }, { id: "live" }'],
  ])('not %s', (_form, text) => {
    expect(stringSetsOf(text)).toEqual([])
  })
})
