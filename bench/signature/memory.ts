import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signPdf } from '@omamori/signature'
import { pdfOf, smallForm, stream } from '../../packages/signature/pades/testing-pdf.ts'
import { type Ratio, show } from '../ledger/ratio.ts'
import { doctor } from './ground.ts'

const BYTES = 200_000_000

/** What a process of its own holds more, at its worst, while it works on a PDF of 200 MB, than before. Told by the Linux kernel. */
export async function memory(): Promise<readonly Ratio[]> {
  if (process.platform !== 'linux') return []
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-bench-memory-'))
  const file = join(folder, 'file.pdf')
  try {
    const plain = pdfOf([...smallForm, stream('', 'x'.repeat(BYTES))])
    writeFileSync(file, plain)
    const signing = heldBy('sign', file)
    writeFileSync(file, await signPdf(plain, doctor))
    return [row('signed, the signature appended to the file', signing), row('verified', heldBy('verify', file))]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const row = (what: string, held: number): Ratio => ({
  name: `PDF of 200 MB, ${what}: 2 × file / memory`,
  values: [(2 * BYTES) / held],
  bar: 1,
  against: `${show(held / 1e6)} MB: the most that was resident (VmHWM) less what was resident before the file was read`,
})

function heldBy(work: 'sign' | 'verify', file: string): number {
  const child = fileURLToPath(new URL('./memory-child.mjs', import.meta.url))
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, work, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}
