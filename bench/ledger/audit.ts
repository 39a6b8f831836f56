import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type PartAudit, type PartTask, verifyLedger } from '@omamori/ledger'
import { median } from '../figure.ts'
import { fileFetch, signer, writeLog } from './file-log.ts'
import { pairs, type Ratio, show } from './ratio.ts'

const SIZE = 4 * 65_536
const PAIRS = 9
const THREADS = 2

/** A full audit — leaves, tiles, root, signature — of files in the page cache, against programs that only hash the bytes. */
export async function audit(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), 'omamori-audit-'))
  const threads = Array.from({ length: THREADS }, () => createThread(folder))
  try {
    writeLog(folder, SIZE)
    const file = join(folder, 'same-bytes')
    const ours = () => auditOnce(folder, threads)
    const openssl = await pairs(PAIRS, ours, () => timed(file, 'openssl', ['dgst', '-sha256', file]))
    const sha256sum = await pairs(PAIRS, ours, () => timed(file, 'sha256sum', [file]))
    const words = (peer: string, { ours: mine, theirs }: typeof openssl) =>
      `${peer}: ${show(median(mine))} against ${show(median(theirs))} MB/s, ${THREADS} threads, ${SIZE.toLocaleString('en')} entries of 1 KB`
    return [
      {
        name: 'full audit / openssl',
        values: openssl.ratios,
        bar: 0.6,
        against: words('`openssl dgst -sha256`', openssl),
      },
      { name: 'full audit / sha256sum', values: sha256sum.ratios, bar: 1.5, against: words('`sha256sum`', sha256sum) },
    ]
  } finally {
    await Promise.all(threads.map(({ stop }) => stop()))
    rmSync(folder, { recursive: true })
  }
}

async function auditOnce(folder: string, threads: readonly ReturnType<typeof createThread>[]): Promise<number> {
  const started = performance.now()
  const report = await verifyLedger(signer.name, signer.verifierKey, fileFetch(folder), {
    readEntries: false,
    atOnce: threads.length,
    audit: (task) => threads[task.part % threads.length]?.audit(task) ?? Promise.reject(new Error('no thread')),
  })
  if (report.findings.length > 0 || report.size !== SIZE) throw new Error('the audit did not find the log whole')
  return report.bytes / 1000 / (performance.now() - started)
}

/** MB/s of another program over the same bytes. */
function timed(file: string, command: string, args: readonly string[]): number {
  const started = performance.now()
  if (spawnSync(command, args).status !== 0) throw new Error(`${command} failed`)
  return statSync(file).size / 1000 / (performance.now() - started)
}

function createThread(folder: string) {
  const worker = new Worker(new URL('./audit-thread.mjs', import.meta.url), { workerData: folder })
  const waiting: ((audit: PartAudit) => void)[] = []
  worker.on('message', (audit: PartAudit) => waiting.shift()?.(audit))
  return {
    audit: (task: PartTask) =>
      new Promise<PartAudit>((resolve) => {
        waiting.push(resolve)
        worker.postMessage(task)
      }),
    stop: () => worker.terminate(),
  }
}
