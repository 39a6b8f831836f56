import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import type { Storage } from './storage.ts'
import { eachEngine, type Open } from './testing.ts'

// The whole suite kills a few times; OMAMORI_KILL_ROUNDS=200 is for the nights before a release.
const ROUNDS = Number(process.env.OMAMORI_KILL_ROUNDS ?? 15)
const MAX_LIFE_MS = 120
const script = join(import.meta.dirname, 'testing-writer.ts')
const sample = { facilityId: 'facility-a' }

const addressOf = (open: Open, storage: Storage) => {
  const place = open.placeOf(storage)
  return 'data' in place ? place.data : place.url
}

const codesOf = async (storage: Storage) => {
  const rows = await storage.read(sample, (db) => db.selectFrom('one_time_code').select('code_hash').execute())
  return new Set(rows.map((row) => row.code_hash))
}

/** Lets the process write, kills it after a random time from its first row on, and returns what it had acknowledged. */
async function killedWriter(address: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [script, address, String(round)], { stdio: ['pipe', 'pipe', 'inherit'] })
  const kept: string[] = []
  let doomed = false
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('kept ')) kept.push(line.slice('kept '.length))
    if (!doomed) setTimeout(() => child.kill('SIGKILL'), Math.random() * MAX_LIFE_MS)
    doomed = true
  }
  await ended(child)
  return kept
}

const ended = (child: ChildProcess) =>
  child.exitCode !== null || child.signalCode !== null
    ? undefined
    : new Promise((resolve) => child.once('exit', resolve))

eachEngine('a process killed while it writes', (open) => {
  it('has lost nothing that it acknowledged', { timeout: 60_000 + ROUNDS * 3_000 }, async () => {
    const storage = await open()
    const acknowledged: string[] = []
    let current = storage
    for (let round = 0; round < ROUNDS; round += 1) {
      await current.close()
      acknowledged.push(...(await killedWriter(addressOf(open, storage), round)))
      current = await open.again(storage)
      const found = await codesOf(current)
      expect(acknowledged.filter((code) => !found.has(code))).toEqual([])
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  })
})
