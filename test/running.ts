import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { main } from '../cli/main.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** A folder of its own under the system's temporary folder; `remove` takes it away. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'omamori-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line as a user would, and waits for its end. */
export async function omamori(...words: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, ['cli/omamori.mjs', ...words], { cwd: root })
  const texts = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text) => (texts.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (texts.stderr += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, ...texts }
}

/** The same within this process, for the many ways to say something wrong: to start a program each time takes seconds. */
export async function omamoriHere(...words: readonly string[]): Promise<Ran> {
  const texts = { stdout: '', stderr: '' }
  const [{ write: toStdout }, { write: toStderr }, codeBefore] = [process.stdout, process.stderr, process.exitCode]
  // Each call listens for a closed pipe, as a program of its own would once.
  process.stdout.setMaxListeners(0)
  process.stdout.write = (text) => {
    texts.stdout += text
    return true
  }
  process.stderr.write = (text) => {
    texts.stderr += text
    return true
  }
  try {
    await main(words)
    return { code: Number(process.exitCode ?? 0), ...texts }
  } finally {
    Object.assign(process.stdout, { write: toStdout })
    Object.assign(process.stderr, { write: toStderr })
    process.exitCode = codeBefore
  }
}

export interface Running {
  readonly address: string
  readonly pid: number
  /** Everything it has printed so far. */
  printed(): string
  stop(): Promise<void>
}

/** Starts `omamori serve` with these words and waits until it prints its address. */
export async function startServer(...words: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, ['cli/omamori.mjs', 'serve', '--port', '0', ...words], { cwd: root })
  let text = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: string) => {
      text += chunk
      const found = /https?:\/\/localhost:\d+/.exec(text)?.[0]
      if (found) resolve(found)
    }
    child.stdout.setEncoding('utf8').on('data', listen)
    child.stderr.setEncoding('utf8').on('data', listen)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)))
  })
  return { address, pid: child.pid ?? 0, printed: () => text, stop: () => stopped(child) }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}
