import { createInterface } from 'node:readline'
import { openStorage } from './open-storage.ts'

/**
 * A process of its own that writes one row after the other, several at a time, and says on a line of its own which are
 * durable, so that a test can kill it or take the disk away and compare. After a refusal it waits for a line to go on.
 */
const [place, from] = process.argv.slice(2) as [string, string]
const storage = await openStorage(place.startsWith('postgres') ? { url: place } : { data: place })
const scope = { facilityId: 'facility-a' }
const WRITERS = 4
const ROW_BYTES = 3_000

async function write(codeHash: string): Promise<void> {
  await storage.write(scope, (change) =>
    change.db
      .insertInto('one_time_code')
      .values({
        facility_id: scope.facilityId,
        code_hash: codeHash,
        purpose: 'x'.repeat(ROW_BYTES),
        account_id: null,
        expires_at: '2026-11-22T00:00:00.000Z',
        used_at: null,
      })
      .execute(),
  )
  process.stdout.write(`kept ${codeHash}\n`)
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

async function writer(name: number): Promise<void> {
  for (let count = 0; ; count += 1) await write(`${from}-${name}-${count}`)
}

await Promise.all(Array.from({ length: WRITERS }, (_, name) => writer(name))).catch(async (error) => {
  const { rows } = await storage.read(scope, async (db) => ({
    rows: await db.selectFrom('one_time_code').select('code_hash').execute(),
  }))
  process.stdout.write(`refused ${JSON.stringify({ code: error.code, facts: error.facts, readable: rows.length })}\n`)
  await lines.next()
  await write(`${from}-again`)
  await storage.close()
  process.stdout.write('closed\n')
  process.exit(0)
})
