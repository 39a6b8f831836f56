import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{packages,src,server,cli,web,test,bench}/**/*.test.{ts,tsx}'],
    // Another S3 server is started by `npm run interop:s3`, and by nothing else.
    exclude: [
      '**/node_modules/**',
      ...(process.env.OMAMORI_TEST_S3 ? [] : ['src/storage/blobs/s3/another-server.test.ts']),
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two at a time: some tests start a PostgreSQL or a browser, and the smallest machine we support has two cores.
    maxWorkers: 2,
  },
})
