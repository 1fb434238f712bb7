/** Other versions and other programs: what is published, installed as users install it. Run by `npm run compatibility`. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.test.ts'],
    globalSetup: ['support/tarball.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Installing.
    hookTimeout: 180_000,
    testTimeout: 60_000,
    allowOnly: false,
  },
})
