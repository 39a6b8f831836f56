import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { pairs, type Ratio, show } from '../ledger/ratio.ts'
import { doctor, openGround, scope } from './ground.ts'

const DOCUMENTS = 10_000
/** So many in each turn: ten turns are all of them. */
const TURNS = 9
/** As many as wait at the reader of files without being sent away. */
const CALLERS = 12
const BAR_INTAKE = 0.6
const BAR_CHECK = 1.5
const SCAN_BYTES = 100_000

const about = { kind: 'medical-record', standing: 'original', title: '紙の診療録', writtenOn: '2026-11-20' } as const

/** Scanned pages of about 100 KB, each another: in with entry, encryption and the look for the same, against a copy of the files and one flush of the disk. */
export async function intake(): Promise<readonly Ratio[]> {
  const each = Math.round(Number(process.env.ARCHIVE_INTAKE ?? DOCUMENTS) / (TURNS + 1))
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-intake-'))
  const ground = await openGround()
  try {
    const page = await scannedPage()
    let turn = 0
    let copied = 0
    const files = () => filesOf(join(folder, `in-${turn++}`), page, each)
    const rate = (started: number) => each / ((performance.now() - started) / 1000)
    const taken = await pairs(
      TURNS,
      async () => {
        const paths = files()
        const started = performance.now()
        await eachOf(paths, async (path) => {
          await ground.documents.register(doctor, about, { name: 'scan.jpg', bytes: readFileSync(path) })
        })
        return rate(started)
      },
      () => {
        const from = join(folder, `in-${turn - 1}`)
        execFileSync('sync')
        const started = performance.now()
        execFileSync('cp', ['-r', from, join(folder, `out-${copied++}`)])
        execFileSync('sync')
        const found = rate(started)
        rmSync(from, { recursive: true })
        return found
      },
    )
    const against = `\`cp -r\` and \`sync\` of the same files: ${show(middleOf(taken.ours))} against ${show(middleOf(taken.theirs))} documents/s, ${each} of ${Math.round(page.length / 1000)} KB in a turn, ${CALLERS} callers, SQLite`
    return [
      { name: 'intake / cp and sync', values: taken.ratios, bar: BAR_INTAKE, against },
      await checking(ground, folder),
    ]
  } finally {
    await ground.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Ground = Awaited<ReturnType<typeof openGround>>

/** Every file looked at whole by two threads, against one `openssl dgst` over the same files. */
async function checking(ground: Ground, folder: string): Promise<Ratio> {
  const stored = filesIn(join(ground.folder, 'blobs'))
  const list = join(folder, 'stored.txt')
  writeFileSync(list, stored.join('\n'))
  const rate = (started: number) => stored.length / ((performance.now() - started) / 1000)
  const { ours, theirs, ratios } = await pairs(
    5,
    async () => {
      const started = performance.now()
      const { looked, troubles } = await ground.blobs.check(scope, { which: 'all' })
      if (looked !== stored.length || troubles.length > 0) throw new Error(`looked at ${looked} of ${stored.length}`)
      return rate(started)
    },
    () => {
      const started = performance.now()
      execFileSync('xargs', ['-a', list, 'openssl', 'dgst', '-sha256'], { maxBuffer: 1e9 })
      return rate(started)
    },
  )
  const against = `one \`openssl dgst -sha256\` over the same files: ${show(middleOf(ours))} against ${show(middleOf(theirs))} files/s of 100 KB, what was looked at written down`
  return { name: 'integrity check of files, 2 threads / openssl dgst', values: ratios, bar: BAR_CHECK, against }
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

/** A page of grain, as a scanner's glass gives it. */
async function scannedPage(): Promise<Buffer> {
  const side = 420
  const pixels = randomBytes(side * side)
  const make = (quality: number) =>
    sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
      .jpeg({ quality })
      .toBuffer()
  for (let quality = 60; quality < 100; quality += 2) {
    const page = await make(quality)
    if (page.length >= SCAN_BYTES) return page
  }
  return make(100)
}

/** The same picture with another number in a comment of each. */
function filesOf(folder: string, page: Buffer, count: number): readonly string[] {
  mkdirSync(folder)
  return Array.from({ length: count }, (_, i) => {
    const path = join(folder, `${i}.jpg`)
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0x00, 0x12]), randomBytes(16)])
    writeFileSync(path, Buffer.concat([page.subarray(0, 2), comment, page.subarray(2)]))
    return path
  })
}

async function eachOf<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values()
  const caller = async () => {
    for (const item of rest) await act(item)
  }
  await Promise.all(Array.from({ length: CALLERS }, caller))
}

const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
