import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,src,server,cli,web,test,bench}/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two at a time: some tests start a PostgreSQL or a browser, and the smallest machine we support has two cores.
    maxWorkers: 2,
  },
})
