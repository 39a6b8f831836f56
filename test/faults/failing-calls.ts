import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acknowledgementsIn } from './acknowledgements.ts'
import { type Commanded, type Order, startCommanded } from './commanded.ts'
import { examine } from './examine.ts'
import { counted, type Figure, nothing } from './figure.ts'
import type { Mutant } from './mutants.ts'

// The calls by which files are reached. `write` is not among them, for Node wakes its own threads with it and ends when
// that fails: a file that cannot be written on is the business of the full disk. Nor is `fcntl`: locks on a disk of the
// machine live in the kernel's memory. A question mark: where there is one.
const calls =
  'openat pread64 pwrite64 fsync fdatasync ftruncate fallocate rename mkdir unlink access stat fstat statx newfstatat lseek'
    .split(' ')
    .map((call) => `?${call}`)
    .join(',')

/** One call of an append, by its name and its number among the calls of that name in its thread. */
interface Call {
  readonly name: string
  readonly number: number
}

/** Attaching to a process that is not one's own child is what some machines do not allow. */
export function needsStrace(): string | undefined {
  const attempt = spawnSync('sh', ['-c', 'sleep 0.3 & strace -qq -o /dev/null -p $!'])
  return attempt.status === 0 ? undefined : 'needs strace and the right to attach it (apt-get install strace)'
}

/**
 * 入出力の障害 — lets every system call of an append fail once, by turns as a broken disk (EIO) and as a full one (ENOSPC),
 * in one and the same process. Each time the next append, without the fault, must be kept. `rounds` is a limit; calls
 * beyond it are left out evenly.
 */
export function strikeCalls(order: Order, mutant?: Mutant) {
  return async (rounds: number, seed: number): Promise<Figure> => {
    const base = mkdtempSync(join(tmpdir(), 'omamori-calls-'))
    const place = { data: join(base, 'data'), acknowledgements: join(base, 'acknowledgements') }
    try {
      const writer = await startCommanded(place.data, place.acknowledgements, mutant?.name)
      const problems: string[] = []
      for (let warm = 0; warm < 2; warm += 1) await expectKept(writer, order, 'before any fault', problems)
      const all = await callsOf(writer, order, join(base, 'trace'))
      const chosen = all.filter(
        (_, index) => Math.floor((index * rounds) / all.length) !== Math.floor(((index - 1) * rounds) / all.length),
      )
      for (const [index, call] of chosen.entries()) {
        const error = (index + seed) % 2 === 0 ? 'EIO' : 'ENOSPC'
        await withFailing(writer.pid, call, error, () => writer.write(order))
        await expectKept(writer, {}, `${error} at ${call.name} ${call.number}`, problems)
      }
      if ((await writer.close()) !== 'closed') problems.push('it did not close')
      const seen = await examine(place, acknowledgementsIn(place.acknowledgements))
      if (!mutant) for (const problem of [...problems, ...seen.problems]) console.error(problem)
      const figure = counted(nothing('failing calls', seed), {
        ...seen,
        isCorrupt: seen.isCorrupt || problems.length > 0,
      })
      return { ...figure, rounds: chosen.length }
    } finally {
      rmSync(base, { recursive: true, force: true })
    }
  }
}

async function expectKept(writer: Commanded, order: Order, after: string, problems: string[]): Promise<void> {
  const answer = await writer.write(order)
  if (!answer.startsWith('kept ')) problems.push(`after ${after}: ${answer}`)
}

/** Watches one append and counts. */
async function callsOf(writer: Commanded, order: Order, trace: string): Promise<readonly Call[]> {
  const detach = await attach(writer.pid, ['-e', `trace=${calls}`, '-o', trace])
  await writer.write(order)
  await detach()
  const counts = new Map<string, number>()
  for (const [, thread, name] of readFileSync(trace, 'utf8').matchAll(/^(\d+) +(\w+)\(/gm)) {
    const key = `${name} ${thread}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = new Map<string, number>()
  for (const [key, count] of counts) {
    const name = key.split(' ')[0] ?? ''
    most.set(name, Math.max(most.get(name) ?? 0, count))
  }
  return [...most].flatMap(([name, count]) =>
    Array.from({ length: count }, (_, index) => ({ name, number: index + 1 })),
  )
}

async function withFailing(pid: number, { name, number }: Call, error: string, run: () => Promise<unknown>) {
  const rule = `inject=${name}:error=${error}:when=${number}`
  const detach = await attach(pid, ['-e', `trace=${name}`, '-e', rule, '-o', '/dev/null'])
  await run()
  await detach()
}

/** Attaches strace to a process and its threads; the answer lets go of them. */
async function attach(pid: number, words: readonly string[]): Promise<() => Promise<void>> {
  const strace = spawn('strace', ['-f', '-p', String(pid), ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<void>((resolve) => strace.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    strace.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('attached') && resolve())
    strace.once('exit', (code) => reject(new Error(`strace ended with ${code}`)))
  })
  return () => {
    strace.kill('SIGINT')
    return ended
  }
}
