import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { Hindered, type Watch } from './watch.ts'

/** What programs are handed of our environment; nothing else of it is their business. */
export interface EngineEnvironment {
  readonly path: string
  /** A folder of ours for whatever they cache; it goes when the look ends. */
  readonly scratch: string
}

export interface EngineCall {
  readonly program: string
  readonly words: readonly string[]
  /** Passwords among them: the environment of a program is seen by its own account only, its words by everybody. */
  readonly variables?: Readonly<Record<string, string>>
  /** Stops the program as soon as what it complains of says enough. */
  readonly enough?: RegExp
}

export interface EngineAnswer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end and holds what it printed; throws `Hindered` without it, beyond the time or the size. */
export async function runEngine(call: EngineCall, environment: EngineEnvironment, watch: Watch): Promise<EngineAnswer> {
  const chunks: Buffer[] = []
  const { code, stderr } = await streamEngine(call, environment, watch, async (stdout) => {
    let bytes = 0
    for await (const chunk of stdout) {
      bytes += chunk.length
      if (bytes > watch.limits.maxOutputBytes) throw new Hindered('too-much-output', { bytes })
      chunks.push(chunk)
    }
  })
  return { code, stderr, stdout: Buffer.concat(chunks).toString('utf8') }
}

// An engine's complaint is a few lines; a damaged repository makes thousands of them.
const MAX_STDERR = 100_000

/** The same with a reader of its own for what is printed; when the reader has enough, the program is stopped. */
export async function streamEngine(
  call: EngineCall,
  environment: EngineEnvironment,
  watch: Watch,
  read: (stdout: Readable) => Promise<void>,
): Promise<Omit<EngineAnswer, 'stdout'>> {
  watch.step(0)
  const child = start(call, environment)
  let stderr = ''
  let late = false
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < MAX_STDERR) stderr += text.slice(0, MAX_STDERR)
    if (call.enough?.test(stderr)) stop(child)
  })
  const timer = setTimeout(() => {
    late = true
    stop(child)
  }, watch.leftMs())
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Hindered('engine-missing', { program: call.program }) : error),
    )
    child.once('close', resolve)
  })
  // Until it is waited for below, a program that is not there is nobody's unhandled rejection.
  ended.catch(() => {})
  try {
    if (child.stdout && child.pid !== undefined) await read(child.stdout)
  } catch (error) {
    if (!late) throw error
  } finally {
    if (child.exitCode === null && child.stdout?.readableEnded !== true) stop(child)
    if (child.stdout?.readableEnded !== true) child.stdout?.destroy()
    await ended.catch(() => {})
    clearTimeout(timer)
  }
  const code = await ended
  if (late) throw new Hindered('timed-out', { minutes: watch.limits.placeMs / 60_000 })
  return { code, stderr }
}

function start({ program, words, variables }: EngineCall, { path, scratch }: EngineEnvironment): ChildProcess {
  return spawn(program, [...words], {
    cwd: scratch,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it starts is stopped with it.
    detached: true,
    env: {
      PATH: path,
      HOME: scratch,
      TMPDIR: scratch,
      XDG_CACHE_HOME: scratch,
      LC_ALL: 'C.UTF-8',
      TZ: 'UTC',
      // Windows programs do not start without it.
      ...(process.env.SYSTEMROOT ? { SYSTEMROOT: process.env.SYSTEMROOT } : {}),
      ...variables,
    },
  })
}

function stop(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch (error) {
    // It ended by itself in between, or groups are not known here (Windows).
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') child.kill('SIGKILL')
  }
}

/** The last line that an engine complained with, without what must not be shown. */
export function lastWords(stderr: string, secret?: string): string {
  const lines = stderr.split('\n').flatMap((line) => line.trim() || [])
  const said = lines.find((line) => /fatal|error|exception/i.test(line)) ?? lines.at(-1) ?? ''
  return (secret ? said.replaceAll(secret, '***') : said).replace(/\p{Cc}+/gu, ' ').slice(0, 300)
}
