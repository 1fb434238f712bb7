import { describe, expect, it } from 'vitest'
import { lineStarts, pointAt } from '../../src/core/position.ts'

describe('lineStarts', () => {
  it.each([
    ['', [0]],
    ['a', [0]],
    ['a\n', [0, 2]],
    ['a\nb', [0, 2]],
    ['\n\n', [0, 1, 2]],
    ['a\r\nb\r\n', [0, 3, 6]],
    ['a\rb', [0, 2]],
    ['a\r', [0, 2]],
    ['a\r\rb\r\nc\nd', [0, 2, 3, 6, 8]],
    ['\r\n\r', [0, 2, 3]],
    ['😀\nb', [0, 3]],
    ['a\u2028b\u0085c\fd', [0]],
  ])('%j', (text, starts) => {
    expect(lineStarts(text)).toEqual(starts)
  })
})

describe('pointAt', () => {
  const starts = lineStarts('ab\r\n\n😀c\rd')

  it.each([
    [0, 1, 1], [1, 1, 2], [3, 1, 4], [4, 2, 1], [5, 3, 1], [7, 3, 3], [8, 3, 4], [9, 4, 1], [10, 4, 2], [99, 4, 91],
  ])('offset %i is line %i, column %i', (offset, line, column) => {
    expect(pointAt(starts, offset)).toEqual({ line, column })
  })
})
