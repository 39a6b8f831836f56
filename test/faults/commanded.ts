import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What to write: entries in one commit, the size of each one's detail, the size of a file beside them. */
export interface Order {
  readonly entries?: number
  readonly detailBytes?: number
  readonly blobBytes?: number
}

/** A writer that does what it is told (writer-on-command.ts). */
export interface Commanded {
  readonly pid: number
  /** Its answer; `gone` when it ended instead, `silent` when there was none for a long while. */
  write(order: Order): Promise<string>
  close(): Promise<string>
}

// A machine that is busy with other things takes its time to start a program.
const SILENCE_MS = 120_000
const script = join(import.meta.dirname, 'writer-on-command.ts')

export async function startCommanded(data: string, acknowledgements: string, mutant = ''): Promise<Commanded> {
  // One thread for files, so that whoever counts the calls of a thread counts the calls of a file.
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' }
  const writer = spawn(process.execPath, [script, data, acknowledgements, mutant], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  writer.stdin.on('error', () => {})
  const lines = createInterface({ input: writer.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<string>((resolve) => writer.once('exit', () => resolve('gone')))

  async function answer(): Promise<string> {
    let timer: NodeJS.Timeout | undefined
    const silence = new Promise<string>((resolve) => {
      timer = setTimeout(resolve, SILENCE_MS, 'silent')
    })
    const line = lines.next().then(({ value, done }) => (done ? 'gone' : String(value)))
    return Promise.race([line, silence]).finally(() => clearTimeout(timer))
  }

  if ((await answer()) !== 'ready') throw new Error('the writer did not start')
  return {
    pid: writer.pid ?? 0,
    write({ entries = 1, detailBytes = 1_000, blobBytes = 0 }) {
      writer.stdin.write(`${entries} ${detailBytes} ${blobBytes}\n`)
      return answer()
    },
    async close() {
      writer.stdin.end()
      const last = await answer()
      if (last !== 'closed') writer.kill('SIGKILL')
      await ended
      return last
    },
  }
}
