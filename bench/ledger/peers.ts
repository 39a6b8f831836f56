import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from '../figure.ts'
import { openGround, rateOfCallers, scope } from './append-ground.ts'
import { pairs, type Ratio, show } from './ratio.ts'

const PAIRS = 9
const MILLISECONDS = 1_000

interface Peer {
  readonly name: string
  readonly callers: number
  /** Entries of a kilobyte a second, each durable when its caller is answered; in an empty folder of its own. */
  readonly rate: (folder: string) => number
}

/**
 * Other logs on the same disk: git with every flush that it has, and, where a Go toolchain and its proxy are at hand,
 * Tessera (POSIX) and immudb (embedded store) at the versions that `peers/go.mod` names. The bar is to be no slower.
 */
export async function peers(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-peers-'))
  const ground = await openGround()
  const stock = ground.entries(20_000)
  let taken = 0
  const ours = (callers: number) => () =>
    rateOfCallers(MILLISECONDS, callers, async () => {
      taken = (taken + 1) % stock.length
      await ground.journal.appendEntries(scope, stock.slice(taken, taken + 1))
      return 1
    })
  let number = 0
  const fresh = (rate: Peer['rate']) => () => {
    number += 1
    return rate(mkdtempSync(join(folder, `${number}-`)))
  }
  try {
    const rows: Ratio[] = []
    for (const { name, callers, rate } of [...gitThere(), ...goThere(folder)]) {
      const measured = await pairs(PAIRS, ours(callers), fresh(rate))
      const against = `${show(median(measured.ours))} against ${show(median(measured.theirs))} entries/s of 1 KB, each caller waits until its own is durable`
      const who = callers === 1 ? '1 caller' : `${callers} callers`
      rows.push({ name: `append, ${who} / ${name}`, values: measured.ratios, bar: 1, against })
    }
    return rows
  } finally {
    await ground.close()
    rmSync(folder, { recursive: true })
  }
}

function gitThere(): readonly Peer[] {
  try {
    const version = execFileSync('git', ['--version']).toString().trim()
    return [{ name: `${version}, core.fsync=all`, callers: 1, rate: commits }]
  } catch {
    console.error('skipped: git is not installed')
    return []
  }
}

function commits(folder: string): number {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'core.fsync=all', '-c', 'user.name=bench', '-c', 'user.email=bench@example', ...words], {
      cwd: folder,
      stdio: 'ignore',
    })
  git('init')
  const started = performance.now()
  let kept = 0
  while (performance.now() - started < MILLISECONDS) {
    writeFileSync(join(folder, 'entry'), Buffer.alloc(1024, kept.toString()))
    git('add', 'entry')
    git('commit', '-qm', 'entry')
    kept += 1
  }
  return (kept / (performance.now() - started)) * 1000
}

function goThere(folder: string): readonly Peer[] {
  const binary = join(folder, 'peers')
  const cwd = fileURLToPath(new URL('./peers', import.meta.url))
  try {
    execFileSync('go', ['build', '-mod=readonly', '-o', binary, '.'], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    console.error(
      `skipped: Tessera and immudb need a Go toolchain and its module proxy (${String(error).split('\n')[0]})`,
    )
    return []
  }
  const rate =
    (who: string, callers: number, env = {}) =>
    (place: string) =>
      Number(
        execFileSync(binary, [who, place, String(callers), String(MILLISECONDS)], {
          env: { ...process.env, ...env },
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      )
  const soon = { IMMUDB_SYNC_MS: '1' }
  return [
    { name: 'Tessera on files', callers: 1, rate: rate('tessera', 1) },
    { name: 'Tessera on files', callers: 16, rate: rate('tessera', 16) },
    { name: 'immudb, its own settings', callers: 1, rate: rate('immudb', 1) },
    { name: 'immudb, its own settings', callers: 16, rate: rate('immudb', 16) },
    { name: 'immudb, synced every millisecond', callers: 16, rate: rate('immudb', 16, soon) },
  ]
}
