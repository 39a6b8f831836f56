import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { S3Client } from '@aws-sdk/client-s3'

export interface Gateway {
  readonly endpoint: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly client: S3Client
  /** As the Go toolchain wrote it into the programme. */
  readonly version: string
  stop(): void
}

/** versitygw on folders of its own: https://github.com/versity/versitygw, `go install …/cmd/versitygw@VERSION`. */
export async function startVersitygw(program: string): Promise<Gateway> {
  const base = mkdtempSync(join(tmpdir(), 'omamori-versitygw-'))
  for (const name of ['objects', 'versions', 'iam']) mkdirSync(join(base, name))
  const port = await freePort()
  const credentials = { accessKeyId: 'omamori-interop', secretAccessKey: randomBytes(20).toString('hex') }
  const words = [
    ...['--port', `127.0.0.1:${port}`, '--iam-dir', join(base, 'iam'), 'posix'],
    ...['--versioning-dir', join(base, 'versions'), join(base, 'objects')],
  ]
  const env = { ...process.env, ROOT_ACCESS_KEY: credentials.accessKeyId, ROOT_SECRET_KEY: credentials.secretAccessKey }
  const child = spawn(program, words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const endpoint = `http://127.0.0.1:${port}`
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, forcePathStyle: true })
  await untilItAnswers(endpoint)
  return {
    ...{ endpoint, credentials, client, version: versionOf(program) },
    stop() {
      client.destroy()
      child.kill()
      rmSync(base, { recursive: true, force: true })
    },
  }
}

function versionOf(program: string): string {
  const facts = execFileSync('go', ['version', '-m', program], { encoding: 'utf8' })
  return /^\s*mod\s+\S+\s+(\S+)/m.exec(facts)?.[1] ?? 'unknown'
}

async function untilItAnswers(endpoint: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    // Any answer will do; a refused connection is none yet.
    if (
      await fetch(endpoint).then(
        () => true,
        () => false,
      )
    )
      return
    await pause(100)
  }
  throw new Error(`nothing answers at ${endpoint}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
