import { execFile } from 'node:child_process'

/** The largest page that is painted, as PNG without any gain, and the words of a chart. */
const largestAnswer = 256 * 1024 * 1024

/** What the process said in its first line, and the octets after it. */
export type Answer<Said> =
  | { readonly said: Said; readonly octets: Uint8Array }
  | { readonly failed: 'too-long' | 'reader-died' }

/**
 * Runs a program on a file: the file to its standard input, the order as its argument. It has no environment, so that it knows no secret of
 * ours. Where it dies or takes too long, that is the answer.
 */
export function runApart<Said>(
  program: string,
  bytes: Uint8Array,
  order: object,
  timeMs: number,
): Promise<Answer<Said>> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, JSON.stringify(order)],
      { encoding: 'buffer', timeout: timeMs, killSignal: 'SIGKILL', maxBuffer: largestAnswer, env: {} },
      (fault, stdout) => {
        const end = stdout.indexOf('\n')
        if (fault || end < 0) resolve({ failed: fault?.killed ? 'too-long' : 'reader-died' })
        else resolve({ said: JSON.parse(stdout.toString('utf8', 0, end)), octets: stdout.subarray(end + 1) })
      },
    )
    // When the child dies before it has read everything, its end says so; the broken pipe adds nothing.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
  })
}
