import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Installs other versions of other programs: npm run compatibility.
    exclude: ['test/compatibility/**'],
    // Processes, not threads: tests start git in other directories and load native parsers.
    pool: 'forks',
    // Half a million hostile characters on a busy machine.
    testTimeout: 120_000,
    // Bundling the command, and removing hundreds of small repositories.
    hookTimeout: 60_000,
    allowOnly: false,
  },
})
