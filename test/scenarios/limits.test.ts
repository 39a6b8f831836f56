import { execFileSync, spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, describe, expect, it } from 'vitest'
import { atPlatform, firstRun, folderForTests, password } from '../installation.ts'
import { omamori, omamoriHere, root, startServer } from '../running.ts'

const base = folderForTests()
const whole = join(base, 'whole')
beforeAll(() => atPlatform({ data: whole }, firstRun))

function copyOf(name: string): string {
  const copy = join(base, name)
  cpSync(whole, copy, { recursive: true })
  return copy
}

/** What each file holds, as a digest; the lock names whoever looked last, and SQLite leaves an empty WAL behind. */
function contentOf(data: string): Readonly<Record<string, string>> {
  const names = readdirSync(data, { recursive: true, encoding: 'utf8' })
  const kept = names.filter((name) => !/^lock|-wal$|-shm$/.test(name) && statSync(join(data, name)).isFile())
  return Object.fromEntries(kept.map((name) => [name, hash('sha256', readFileSync(join(data, name)))]))
}

describe('data that a newer version wrote', () => {
  const makeNewer: readonly (readonly [string, (data: string) => void])[] = [
    [
      'rows',
      (data) => {
        const database = new DatabaseSync(join(data, 'omamori.sqlite'))
        database.exec(
          "insert into schema_version select 99, '0099-later', format, applied_at from schema_version limit 1",
        )
        database.close()
      },
    ],
    [
      'keys',
      (data) => {
        const file = join(data, 'keys', 'root.json')
        writeFileSync(file, readFileSync(file, 'utf8').replace('omamori-keys@1', 'omamori-keys@2'))
      },
    ],
  ]

  it.each(makeNewer)('is refused and not touched: %s', async (name, make) => {
    const data = copyOf(`newer ${name}`)
    make(data)
    const before = contentOf(data)
    for (const words of [['serve', '--port', '0'], ['user', 'list'], ['ledger', 'verify'], ['export']]) {
      const { code, stderr } = await omamoriHere(...words, '--data', data)
      expect(stderr, words.join(' ')).toContain(
        'データが、このプログラムより新しい版で書かれています。データには触れていません。',
      )
      expect(code).toBe(3)
    }
    const { stderr } = await omamoriHere('user', 'list', '--data', data, '--lang', 'en')
    expect(stderr).toContain('The data was written by a newer version of this program. It was not touched.')
    expect(contentOf(data)).toEqual(before)
  })
})

describe('a second program on the same data', () => {
  it('is told that the data is in use, in both languages; looking at the history goes on', async () => {
    const data = copyOf('shared')
    const server = await startServer('--data', data)
    try {
      const ja = await omamoriHere('user', 'list', '--data', data)
      expect(ja.stderr).toContain('いまは開けません。データには触れていません。ほかで動いているお守りを止めるか')
      const en = await omamori('export', '--data', data, '--lang', 'en')
      expect(en.stderr).toContain('It cannot be opened now. The data was not touched. Stop the other Omamori')
      expect([ja.code, en.code]).toEqual([3, 3])
      expect(await omamoriHere('ledger', 'verify', '--data', data)).toMatchObject({ code: 0 })
    } finally {
      await server.stop()
    }
    expect(await omamoriHere('user', 'list', '--data', data)).toMatchObject({ code: 0 })
  })
})

const hasPrlimit = (() => {
  try {
    execFileSync('prlimit', ['--version'])
    return true
  } catch {
    return false
  }
})()

/** A test that takes the room away from a process; says what is missing where that cannot be done. */
function itWithoutRoom(name: string, run: () => Promise<void>): void {
  const needed = 'needs prlimit (apt-get install util-linux)'
  if (hasPrlimit) it(name, run)
  else if (process.env.OMAMORI_FORBID_SKIP === '1') it(name, () => expect.fail(needed))
  else it.skip(`${name} — skipped: ${needed}`)
}

describe('a disk without room', () => {
  // A limit on the size of the files that the process may write makes its writes fail half-way, as a full disk does.
  const limit = (pid: number, bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

  itWithoutRoom('refuses to save and says so, goes on reading, and saves again when there is room', async () => {
    const data = copyOf('full')
    const server = await startServer('--data', data)
    const kept: string[] = []
    try {
      const ask = await signedIn(server.address)
      const save = async (item: object) => ask('POST', '/registry/terminal', { item })
      limit(server.pid, statSync(join(data, 'omamori.sqlite-wal')).size + 2_000_000)
      let refused: Awaited<ReturnType<typeof save>> | undefined
      for (let count = 0; count < 500 && !refused; count += 1) {
        const answer = await save({ name: `端末${count}`, note: '覚え書き'.repeat(400) })
        if (answer.status === 201) kept.push(answer.body.item?.name ?? '')
        else refused = answer
      }
      expect(refused).toMatchObject({ status: 503, body: { code: 'read-only', title: '保存できませんでした。' } })
      expect(refused?.body.detail).toContain('これまでの記録は無事で、読むことはできます。')
      expect(kept.length).toBeGreaterThan(3)
      for (const path of ['/registry', '/today', '/assessment', '/journal', '/session', '/registry/profile/profile']) {
        expect((await ask('GET', path)).status, path).toBe(200)
      }
      expect(await namesIn(ask)).toEqual(kept)
      limit(server.pid, 'unlimited')
      expect((await save({ name: '空きができてから' })).status).toBe(201)
      expect(await namesIn(ask)).toEqual([...kept, '空きができてから'])
    } finally {
      await server.stop()
    }
    expect(await omamoriHere('ledger', 'verify', '--data', data)).toMatchObject({ code: 0 })
    const { stdout } = await omamoriHere('export', '--data', data, '--format', 'json')
    expect(JSON.parse(stdout).terminals.map((one: { name: string }) => one.name)).toEqual([...kept, '空きができてから'])
  })
})

describe('a place where nothing can be made', () => {
  it('is named, and nothing is begun', async () => {
    const file = join(base, 'a file')
    writeFileSync(file, '見本')
    for (const data of [file, join(file, 'data')]) {
      const { code, stderr } = await omamoriHere('serve', '--port', '0', '--data', data)
      expect(stderr).toMatch(/^保存できませんでした。/)
      expect(stderr).toContain(data)
      expect(code).toBe(3)
    }
    expect(readFileSync(file, 'utf8')).toBe('見本')
  })

  itWithoutRoom(
    'is a disk that is full at the first start: nothing is half begun, and there is a start once it has room',
    async () => {
      for (const bytes of [4_000, 400_000]) {
        const data = join(base, `first start with ${bytes} bytes`)
        const words = ['cli/omamori.mjs', 'serve', '--port', '0', '--data', data]
        const { status, stderr } = spawnSync('prlimit', [`--fsize=${bytes}:unlimited`, process.execPath, ...words], {
          cwd: root,
          encoding: 'utf8',
          timeout: 60_000,
        })
        expect(stderr, String(bytes)).toMatch(/^保存できませんでした。/)
        expect(status).toBe(3)
        const server = await startServer('--data', data)
        expect(server.printed()).toContain('最初の管理者を作るための')
        await server.stop()
      }
    },
  )
})

type Ask = (method: string, path: string, body?: object) => Promise<{ readonly status: number; readonly body: Answer }>
interface Answer {
  readonly detail?: string
  readonly item?: { readonly name: string }
  readonly items?: readonly { readonly kind: string; readonly item: { readonly name: string } }[]
}

async function signedIn(address: string): Promise<Ask> {
  const headers = { 'x-omamori': '1', origin: address, 'content-type': 'application/json' }
  const body = JSON.stringify({ loginName: 'taro', password })
  const entered = await fetch(`${address}/api/v1/session`, { method: 'POST', headers, body })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return async (method, path, body) => {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const { 'content-type': type, ...rest } = headers
    const sent = { ...rest, cookie, ...(text === undefined ? {} : { 'content-type': type }) }
    const answer = await fetch(`${address}/api/v1${path}`, { method, headers: sent, body: text })
    return { status: answer.status, body: (await answer.json()) as Answer }
  }
}

async function namesIn(ask: Ask): Promise<readonly string[]> {
  const { items = [] } = (await ask('GET', '/registry')).body
  return items.filter(({ kind }) => kind === 'terminal').map(({ item }) => item.name)
}
