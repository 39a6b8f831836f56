import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figure.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ROUNDS = 5
const SETTLE_MS = 3000

/** From `npm start` on an installed copy to the first page received, and the memory of the idle server afterwards. */
export async function startServer(): Promise<readonly Figure[]> {
  const rounds: { seconds: number; megabytes: number }[] = []
  // The first round makes the sample's data; the copy is installed once, so it is not counted.
  const folder = mkdtempSync(join(tmpdir(), 'omamori-bench-'))
  try {
    for (let round = 0; round <= ROUNDS; round++) rounds.push(await once(folder, 18_420 + round))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const counted = rounds.slice(1)
  return [
    {
      name: 'start to first page',
      unit: 's',
      limit: 3,
      against: 'the bar of the first issue',
      values: counted.map(({ seconds }) => seconds),
    },
    {
      name: 'idle memory (resident)',
      unit: 'MB',
      limit: 300,
      against: 'the bar of the first issue',
      values: counted.map(({ megabytes }) => megabytes),
    },
  ]
}

async function once(folder: string, port: number): Promise<{ seconds: number; megabytes: number }> {
  const started = performance.now()
  const words = ['cli/omamori.mjs', 'serve', '--sample', '--data', folder, '--port', String(port)]
  const child = spawn(process.execPath, words, { cwd: root, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    await firstPage(`http://localhost:${port}/`)
    const seconds = (performance.now() - started) / 1000
    await setTimeout(SETTLE_MS)
    return { seconds, megabytes: residentMegabytes(child.pid) }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

async function firstPage(address: string): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    const response = await fetch(address).catch(() => undefined)
    if (response?.ok) {
      await response.text()
      return
    }
    await setTimeout(20)
  }
  throw new Error(`no page at ${address}`)
}

function residentMegabytes(pid: number | undefined): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(line?.[1]) / 1024
}
