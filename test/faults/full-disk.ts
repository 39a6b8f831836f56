import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sqliteFileOf } from '../../src/storage/open-sqlite.ts'
import { acknowledgementsIn } from './acknowledgements.ts'
import { type Commanded, startCommanded } from './commanded.ts'
import { examine } from './examine.ts'
import { counted, type Figure, nothing } from './figure.ts'
import { below, seeded } from './random.ts'

/** A way to take the room on a disk away from a writer, and to give it back. */
interface Room {
  readonly data: string
  take(pid: number, random: () => number): void
  giveBack(pid: number): void
  end(): void
}

export function needsPrlimit(): string | undefined {
  return spawnSync('prlimit', ['--version']).status === 0 ? undefined : 'needs prlimit (apt-get install util-linux)'
}

export function needsMount(): string | undefined {
  const base = mkdtempSync(join(tmpdir(), 'omamori-mount-'))
  try {
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', base]).status !== 0)
      return 'needs the right to mount (root)'
    spawnSync('umount', [base])
    return undefined
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

// The note of what was acknowledged, a file of the same process, stays below this.
const LEAST_FILE_BYTES = 600_000

/** 満杯 — by a limit on the size of files near that of the largest: writes fail half-way. Any user may set it. */
export function limitedFiles(base: string): Room {
  const data = join(base, 'data')
  const limit = (pid: number, bytes: number | 'unlimited') =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
  return {
    data,
    take(pid, random) {
      const size = statSync(`${sqliteFileOf(data)}-wal`).size
      limit(pid, Math.max(LEAST_FILE_BYTES, size + below(random, 1_000_000) - 400_000))
    },
    giveBack: (pid) => void limit(pid, 'unlimited'),
    end: () => {},
  }
}

const DISK_BYTES = 48 * 1024 * 1024
const PIECE = Buffer.alloc(64 * 1024)

/** 満杯 — a small disk in memory, filled by somebody else's file to the last byte or nearly. */
export function smallDisk(base: string): Room {
  const disk = join(base, 'disk')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'none', disk])
  const ballast = join(disk, 'ballast')
  return {
    data: join(disk, 'data'),
    take(_pid, random) {
      const room = below(random, 1_000_000)
      const file = openSync(ballast, 'w')
      fill(file)
      closeSync(file)
      truncateSync(ballast, Math.max(0, statSync(ballast).size - room))
    },
    giveBack: () => rmSync(ballast),
    end: () => void execFileSync('umount', [disk]),
  }
}

function fill(file: number): void {
  for (const piece of [PIECE, PIECE.subarray(0, 4096)]) {
    try {
      for (;;) if (writeSync(file, piece) < piece.length) break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
}

// More than any room that is left.
const TOO_LARGE_BYTES = 60_000_000
const MAX_WRITES = 600

/** Fills the disk until a writer is refused, frees it, and has the same process write on; as often as asked. */
export function strikeFullDisk(makeRoom: (base: string) => Room) {
  return async (rounds: number, seed: number): Promise<Figure> => {
    const base = mkdtempSync(join(tmpdir(), 'omamori-full-'))
    const room = makeRoom(base)
    const acknowledgements = join(base, 'acknowledgements')
    const random = seeded(seed)
    const problems: string[] = []
    try {
      const writer = await startCommanded(room.data, acknowledgements)
      for (let round = 0; round < rounds; round += 1) {
        room.take(writer.pid, random)
        problems.push(...(await fillUp(writer)))
        room.giveBack(writer.pid)
        const answer = await writer.write({ blobBytes: 1_000 })
        if (!answer.startsWith('kept ')) problems.push(`with room again: ${answer}`)
      }
      if ((await writer.close()) !== 'closed') problems.push('it did not close')
      const seen = await examine({ data: room.data }, acknowledgementsIn(acknowledgements))
      for (const problem of [...problems, ...seen.problems]) console.error(problem)
      const figure = counted(nothing('full disk', seed), {
        ...seen,
        isCorrupt: seen.isCorrupt || problems.length > 0,
      })
      return { ...figure, rounds }
    } finally {
      room.end()
      rmSync(base, { recursive: true, force: true })
    }
  }
}

/** Writes until it is refused for want of room, entries first and then a file. */
async function fillUp(writer: Commanded): Promise<readonly string[]> {
  for (let written = 0; written < MAX_WRITES; written += 1) {
    const answer = await writer.write({ detailBytes: 20_000, entries: 4 })
    if (answer.startsWith('kept ')) continue
    const file = await writer.write({ blobBytes: TOO_LARGE_BYTES })
    return [answer, file].filter((one) => !one.includes('"code":"read-only"')).map((one) => `refused otherwise: ${one}`)
  }
  return ['the disk did not fill up']
}
