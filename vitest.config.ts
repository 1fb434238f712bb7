import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Processes, not threads: tests start git in other directories and load native parsers.
    pool: 'forks',
    testTimeout: 30_000,
    allowOnly: false,
  },
})
