import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL server for one test file. */
export interface TestServer {
  /** The address of a new database, empty or a copy of another. */
  createDatabase(template?: string): Promise<string>
  stop(): Promise<void>
}

/** The folder with PostgreSQL's programs, or the address of a server that the tests may use; undefined without either. */
export function findPostgres(): { readonly programs: string } | { readonly url: string } | undefined {
  const given = process.env.OMAMORI_TEST_POSTGRES
  if (given) return { url: given }
  const onPath = (process.env.PATH ?? '').split(':')
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...onPath, ...versions.map((version) => join(debian, version, 'bin'))]
  const programs = folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name))))
  return programs === undefined ? undefined : { programs }
}

/** Starts a private server in a temporary directory, or takes the one that was given. It flushes to the disk as in earnest. */
export async function startPostgres(settings: readonly string[] = []): Promise<TestServer> {
  const found = findPostgres()
  if (!found) throw new Error('PostgreSQL is not installed')
  if ('url' in found) return databasesAt(found.url, async () => {})
  const base = mkdtempSync(join(tmpdir(), 'omamori-pg-'))
  const port = await freePort()
  const server = launch(found.programs, base, port, settings)
  const url = `postgres://omamori@127.0.0.1:${port}/postgres`
  await untilReady(url, server)
  return databasesAt(url, async () => {
    server.stdin?.end()
    await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve(0)))
    rmSync(base, { recursive: true, force: true })
  })
}

/**
 * The server refuses to run as root, so root hands it to another user. A shell stands beside it that waits for our end
 * of a pipe: however this process ends, the server is stopped and its files are removed.
 */
function launch(programs: string, base: string, port: number, settings: readonly string[]): ChildProcess {
  const asUser = process.getuid?.() === 0 ? ['setpriv', `--reuid=${serverUser()}`, '--clear-groups', '--'] : []
  if (asUser.length > 0) execFileSync('chown', [serverUser(), base])
  else chmodSync(base, 0o700)
  const data = join(base, 'data')
  const [program = '', ...before] = [...asUser, join(programs, 'initdb')]
  execFileSync(
    program,
    [...before, '-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C', '-U', 'omamori', '--no-sync'],
    {
      stdio: 'ignore',
    },
  )
  const options = [`port=${port}`, `unix_socket_directories=${base}`, 'listen_addresses=127.0.0.1', ...settings]
  const serve = [...asUser, join(programs, 'postgres'), '-D', data, ...options.flatMap((option) => ['-c', option])]
  const script = '"$@" >/dev/null 2>&1 </dev/null & server=$!; read -r _; kill -QUIT $server; wait $server; rm -rf "$0"'
  return spawn('sh', ['-c', script, base, ...serve], { stdio: ['pipe', 'ignore', 'ignore'] })
}

function serverUser(): string {
  const users = execFileSync('cut', ['-d:', '-f1', '/etc/passwd'], { encoding: 'utf8' }).split('\n')
  return users.includes('postgres') ? 'postgres' : 'nobody'
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (server.exitCode !== null) break
    if (await answers(url)) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('PostgreSQL did not start')
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}

function databasesAt(url: string, stop: () => Promise<void>): TestServer {
  return {
    stop,
    async createDatabase(template = 'template0') {
      const name = `test_${randomUUID().replaceAll('-', '')}`
      const client = new pg.Client(url)
      await client.connect()
      await client.query(`create database ${name} template ${template} encoding 'UTF8'`).finally(() => client.end())
      return Object.assign(new URL(url), { pathname: `/${name}` }).href
    },
  }
}
