import { spawnSync } from 'node:child_process'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Hands } from '../../src/journal/audit/hands.ts'
import { look } from '../../src/journal/audit/look.ts'
import { planAudit } from '../../src/journal/audit/plan-audit.ts'
import { standingOf } from '../../src/journal/audit/stand.ts'
import { openThreads } from '../../src/journal/audit/threads.ts'
import { median } from '../figure.ts'
import { type Ground, openGround, scope } from './append-ground.ts'
import { pairs, type Ratio, show } from './ratio.ts'

const SIZE = 2 * 65_536
const PAIRS = 9
const THREADS = 2
const AT_ONCE = 1_024

/**
 * A full audit of the bytes — leaves, tiles, root, signatures — by the very pieces of `omamori ledger verify`, from a database
 * in the page cache, against programs that only hash the same bytes. Reading each entry, which a verification does too, is
 * not in it, nor is the start of the threads.
 */
export async function audit(): Promise<readonly Ratio[]> {
  const ground = await openGround()
  const hands = openThreads(THREADS, { place: ground.storage.place, scope, keys: [] })
  try {
    const file = await write(ground)
    const ours = () => auditOnce(ground, hands)
    const openssl = await pairs(PAIRS, ours, () => timed(file, 'openssl', ['dgst', '-sha256', file]))
    const sha256sum = await pairs(PAIRS, ours, () => timed(file, 'sha256sum', [file]))
    const words = (peer: string, { ours: mine, theirs }: typeof openssl) =>
      `${peer}: ${show(median(mine))} against ${show(median(theirs))} MB/s, ${THREADS} threads, ${SIZE.toLocaleString('en')} entries of 1 KB in SQLite`
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
    await hands.close()
    await ground.close()
  }
}

/** Fills the journal; the same bytes once more in one file, for those who only hash. */
async function write({ journal, entries, folder }: Ground): Promise<string> {
  const file = join(folder, 'same-bytes')
  for (let done = 0; done < SIZE; done += AT_ONCE) {
    const some = entries(AT_ONCE)
    await journal.appendEntries(scope, some)
    writeFileSync(file, Buffer.concat(some), { flag: 'a' })
  }
  await journal.sign(scope)
  return file
}

async function auditOnce({ storage, keys }: Ground, hands: Hands): Promise<number> {
  const started = performance.now()
  const standing = await storage.read(scope, (db) => standingOf(keys, scope, db, []))
  const { tasks, checked } = planAudit(standing, undefined)
  const ranges = tasks.flatMap((task) => (task.kind === 'range' ? [{ ...task, meaning: false }] : []))
  const { doubts, bytes } = await look(hands, { tasks: ranges, checked }, standing, {})
  if (doubts.length > 0 || checked < SIZE) throw new Error(`the audit did not find the log whole: ${doubts[0]}`)
  return bytes / 1000 / (performance.now() - started)
}

/** MB/s of another program over the same bytes. */
function timed(file: string, command: string, args: readonly string[]): number {
  const started = performance.now()
  if (spawnSync(command, args).status !== 0) throw new Error(`${command} failed`)
  return statSync(file).size / 1000 / (performance.now() - started)
}
