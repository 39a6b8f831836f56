import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3'
import { measureLong } from './measure-long.ts'
import { pageOf, type Ran } from './page.ts'
import { type Gateway, startVersitygw } from './start-versitygw.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))
const suite = 'src/storage/blobs/s3/another-server.test.ts'

/** Starts versitygw, runs the suite of the places against it, measures a long file, and writes what came of it. */
export async function main(words: readonly string[]): Promise<void> {
  const options = { versitygw: { type: 'string' }, write: { type: 'boolean' }, gib: { type: 'string' } } as const
  const { values } = parseArgs({ args: [...words], options })
  if (values.versitygw === undefined) throw new Error('needs --versitygw PROGRAM; see test/interop/s3/README.md')
  const gateway = await startVersitygw(values.versitygw)
  try {
    const buckets = await makeBuckets(gateway)
    const { endpoint, credentials, version } = gateway
    const ran = runSuite(JSON.stringify({ endpoint, credentials, buckets }))
    const long = await measureLong({ endpoint, credentials, bucket: buckets.locks, gib: Number(values.gib ?? 2) })
    const page = pageOf({ version, ran, long, on: new Date().toISOString().slice(0, 10), node: process.version })
    process.stdout.write(`${page}\n`)
    if (values.write === true) writeFileSync(here('../../../docs/interop-s3.md'), page)
    if (ran.some(({ held }) => !held)) process.exitCode = 1
  } finally {
    gateway.stop()
  }
}

async function makeBuckets({ client }: Gateway) {
  const buckets = { plain: 'omamori-plain', versions: 'omamori-versions', locks: 'omamori-locks' }
  await client.send(new CreateBucketCommand({ Bucket: buckets.plain }))
  await client.send(new CreateBucketCommand({ Bucket: buckets.versions }))
  await client.send(
    new PutBucketVersioningCommand({ Bucket: buckets.versions, VersioningConfiguration: { Status: 'Enabled' } }),
  )
  await client.send(new CreateBucketCommand({ Bucket: buckets.locks, ObjectLockEnabledForBucket: true }))
  return buckets
}

interface Reported {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[]
      readonly title: string
      readonly status: string
    }[]
  }[]
}

function runSuite(server: string): readonly Ran[] {
  const folder = mkdtempSync(join(tmpdir(), 'interop-s3-'))
  const report = join(folder, 'report.json')
  try {
    const words = ['vitest', 'run', suite, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    spawnSync('npx', words, { env: { ...process.env, OMAMORI_TEST_S3: server }, stdio: 'inherit' })
    const { testResults }: Reported = JSON.parse(readFileSync(report, 'utf8'))
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .map(({ ancestorTitles, title, status }) => ({
        ...{ where: ancestorTitles.join(' '), what: title, held: status === 'passed' },
      }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
