import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('./typeset.ts', import.meta.url))

// A paper of 308 requirements takes about a second; one that takes this long will not come.
const LONGEST_MS = 120_000
const LARGEST_PDF_BYTES = 64 * 1024 * 1024

let last: Promise<unknown> = Promise.resolve()

/**
 * Sets the sheets as PDF in a process that ends afterwards: the compiler would keep 100 MB and the facility's texts in
 * memory, and stop every other request while it works. One at a time, so that ten readers do not need a gigabyte.
 */
export function compile(template: URL, sheets: object): Promise<Uint8Array> {
  const turn = last.then(() => typesetApart(fileURLToPath(template), JSON.stringify(sheets)))
  last = turn.catch(() => undefined)
  return turn
}

/** Rejects with a fault when the compiler refuses the template, dies or takes too long. */
function typesetApart(template: string, sheets: string): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [program, template],
      // No environment: the compiler has no use for the secrets that may stand there.
      { encoding: 'buffer', timeout: LONGEST_MS, maxBuffer: LARGEST_PDF_BYTES, env: {} },
      (fault, pdf) => (fault ? reject(new Error('the paper could not be set', { cause: fault })) : resolve(pdf)),
    )
    // When the child dies before it has read everything, its end says so; the broken pipe adds nothing.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(sheets)
  })
}
