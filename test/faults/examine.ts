import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { appendLeaf, decodeEntry, EMPTY_RANGE, leafHash, rootOf } from '@omamori/ledger'
import { consoleCaller } from '#access'
import type { PlatformOptions } from '#platform'
import { sqliteFileOf } from '../../src/storage/open-sqlite.ts'
import type { Acknowledgement } from './acknowledgements.ts'
import type { Seen } from './figure.ts'
import { type EntryBytes, entryBytesOf, type Ground, openGround } from './ground.ts'

// Beyond what was signed the log is written on until its sizes meet; further than this it is two logs already.
const MAX_CATCHING_UP = 300

/**
 * Opens what is left with the product, without a helping hand; looks for everything that was acknowledged; goes on
 * writing; verifies; and compares the roots that were ever signed with those that the log has now.
 */
export async function examine(options: PlatformOptions, acknowledged: readonly Acknowledgement[]): Promise<Seen> {
  try {
    const ground = await openGround(options)
    const seen = await compare(ground, acknowledged).finally(() => ground.close())
    const damage = options.database === undefined ? integrityOf(options.data) : []
    return { ...seen, isCorrupt: seen.isCorrupt || damage.length > 0, problems: [...seen.problems, ...damage] }
  } catch (error) {
    const lost = acknowledged.filter(({ kind }) => kind === 'entry').length
    return { found: 0, lost, isCorrupt: true, hasTwoRoots: false, problems: [wordsOf(error)] }
  }
}

async function compare(ground: Ground, acknowledged: readonly Acknowledgement[]): Promise<Seen> {
  const lost: string[] = []
  const ids = await idsOf(ground)
  const entries = acknowledged.filter((one) => one.kind === 'entry')
  for (const { log, index, id } of entries) if (ids.get(`${log} ${index}`) !== id) lost.push(`entry ${index} is gone`)
  for (const one of acknowledged) if (one.kind === 'blob' && !(await hasBlob(ground, one))) lost.push(`file ${one.id}`)
  const roots = acknowledged.filter((one) => one.kind === 'root')
  const twoRoots = await disagreeing(ground, roots)
  const { findings } = await ground.platform.journal.verify(consoleCaller(ground.facilityId))
  const problems = [...lost, ...twoRoots, ...findings.map((finding) => JSON.stringify(finding))]
  const found = entries.length - lost.filter((one) => one.startsWith('entry')).length
  return {
    found,
    lost: lost.length,
    isCorrupt: findings.length > 0,
    hasTwoRoots: twoRoots.length > 0,
    problems,
  }
}

async function idsOf(ground: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await entryBytesOf(ground)
  return new Map(rows.map(({ origin, entry_index, entry }) => [`${origin} ${entry_index}`, decodeEntry(entry).id]))
}

async function hasBlob(ground: Ground, { id, sha256 }: Extract<Acknowledgement, { kind: 'blob' }>): Promise<boolean> {
  try {
    return (
      createHash('sha256')
        .update(await ground.readBlob(id))
        .digest('hex') === sha256
    )
  } catch {
    return false
  }
}

/** Writes on until the log is as long as it ever was, and one entry more; then every signed root must be its own. */
async function disagreeing(
  ground: Ground,
  signed: readonly Extract<Acknowledgement, { kind: 'root' }>[],
): Promise<readonly string[]> {
  const longest = Math.max(0, ...signed.map(({ size }) => size))
  for (let more = 0; more < MAX_CATCHING_UP; more += 1) {
    const { entry } = await ground.write({ detailBytes: 10 })
    if (entry.index >= longest) break
  }
  const roots = rootsOf(await entryBytesOf(ground))
  return signed
    .filter(({ log, size, root }) => roots.get(`${log} ${size}`) !== root)
    .map(({ size }) => `two roots for size ${size}`)
}

function rootsOf(rows: EntryBytes): ReadonlyMap<string, string> {
  const roots = new Map<string, string>()
  let range = EMPTY_RANGE
  for (const { origin, entry_index, entry } of rows) {
    range = appendLeaf(entry_index === 0 ? EMPTY_RANGE : range, leafHash(entry))
    roots.set(`${origin} ${range.size}`, Buffer.from(rootOf(range)).toString('base64'))
  }
  return roots
}

function integrityOf(data: string): readonly string[] {
  const file = sqliteFileOf(data)
  if (!existsSync(file)) return ['no database']
  const database = new DatabaseSync(file, { readOnly: true })
  try {
    const rows = database.prepare('pragma integrity_check').all()
    return rows.map((row) => String(row.integrity_check)).filter((row) => row !== 'ok')
  } finally {
    database.close()
  }
}

function wordsOf(error: unknown): string {
  const facts = error instanceof Error && 'facts' in error ? ` ${JSON.stringify(error.facts)}` : ''
  return `${error instanceof Error ? error.message : String(error)}${facts}`
}
