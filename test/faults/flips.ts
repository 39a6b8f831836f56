import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { appendLeaves, EMPTY_RANGE, leafHash, rootOf, type VerifierKey } from '@omamori/ledger'
import { consoleCaller } from '#access'
import { sqliteFileOf } from '../../src/storage/open-sqlite.ts'
import type { EntryPlace } from './acknowledgements.ts'
import { added, type Figure, nothing } from './figure.ts'
import { blobFiles, journalPages, type Target } from './flip-targets.ts'
import { entryAt, entryBytesOf, type Ground, notesOf, openGround, rootSignedIn, verifierKeyOf } from './ground.ts'
import { fastFolder } from './power-cut.ts'
import { below, seeded } from './random.ts'

const ENTRIES = 40
const SEARCHABLE = 256
const BLOBS = 3
const BLOB_BYTES = 20_000

/** An installation in order, to which each flip is done and undone. */
interface Whole {
  readonly base: string
  readonly data: string
  readonly facilityId: string
  readonly blobs: readonly string[]
  readonly content: string
  readonly leaves: readonly Uint8Array[]
  readonly verifierKey: VerifierKey
  readonly targets: readonly Target[]
}

/**
 * 反転 — turns one bit over, in the pages where the journal lies, its indexes included, and in the encrypted files. It must be
 * found, unless everything reads as before (a pointer to a free block, say); and whatever is signed afterwards must be
 * true. `found` counts the flips that were found, `lost` those that changed what is read and were not.
 */
export async function strikeFlips(rounds: number, seed: number): Promise<Figure> {
  const base = mkdtempSync(join(fastFolder(), 'omamori-flips-'))
  try {
    const whole = await makeWhole(base)
    const random = seeded(seed)
    let figure = nothing('bit flips', seed)
    for (let round = 0; round < rounds; round += 1) figure = added(figure, await flip(whole, random))
    return figure
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

async function makeWhole(base: string): Promise<Whole> {
  const data = join(base, 'data')
  const ground = await openGround({ data })
  const blobs: string[] = []
  for (let number = 0; number < ENTRIES; number += 1) {
    const blob = number < BLOBS ? Buffer.alloc(BLOB_BYTES, `見本 ${number}`) : undefined
    const { acknowledgements } = await ground.write({ detailBytes: 500, blob })
    for (const one of acknowledgements) if (one.kind === 'blob') blobs.push(one.id)
  }
  // So many that some of them are found by what the searches go by.
  await ground.writeEncoded(SEARCHABLE)
  const leaves = (await entryBytesOf(ground)).map(({ entry }) => leafHash(entry))
  const verifierKey = await verifierKeyOf(ground)
  await ground.close()
  const targets = [...journalPages(data), ...blobFiles(data)]
  const { facilityId } = ground
  return { base, data, facilityId, blobs, content: contentOf(data), leaves, verifierKey, targets }
}

async function flip(whole: Whole, random: () => number): Promise<Figure> {
  const { file, start, length } = whole.targets[below(random, whole.targets.length)] as Target
  const bytes = readFileSync(file)
  const at = start + below(random, length)
  const bit = below(random, 8)
  writeFileSync(file, bytes.with(at, (bytes[at] ?? 0) ^ (1 << bit)))
  try {
    const isFound = await isNoticed(whole)
    const isMissed = !isFound && (file !== sqliteFileOf(whole.data) || contentOf(whole.data) !== whole.content)
    const isFalse = await signsFalsely(whole)
    const where = `bit ${bit} of byte ${at} of ${file}`
    if (isMissed) console.error(`not found: ${where}`)
    if (isFalse) console.error(`a false root was signed: ${where}`)
    const one = { found: isFound ? 1 : 0, lost: isMissed ? 1 : 0, corrupt: 0, twoRoots: isFalse ? 1 : 0 }
    return { ...nothing('', 0), rounds: 1, ...one }
  } finally {
    writeFileSync(file, bytes)
  }
}

/** Refused at the opening, a finding of the verification, or a file that cannot be read. */
async function isNoticed({ data, facilityId, blobs }: Whole): Promise<boolean> {
  const ground = await openGround({ data, onlyReading: true }).catch(() => undefined)
  if (!ground) return true
  try {
    const { findings } = await ground.platform.journal.verify(consoleCaller(facilityId))
    for (const id of blobs) await ground.readBlob(id)
    return findings.length > 0
  } catch {
    return true
  } finally {
    await ground.close()
  }
}

/** Whatever can be read of the journal, in its tables and by each of their indexes. */
function contentOf(data: string): string {
  const database = new DatabaseSync(sqliteFileOf(data), { readOnly: true })
  const all = (sql: string) => database.prepare(sql).all()
  try {
    const tables = ['log', 'log_entry', 'log_tile', 'log_checkpoint', 'log_block', 'log_posting'].map((table) =>
      all(`select * from ${table}`),
    )
    const found = all('select number, origin from log indexed by log_number where number > 0 order by number')
    const tiles = all("select * from log_tile where facility_id > '' order by facility_id, origin, level, tile_index")
    return JSON.stringify([tables, found, tiles])
  } catch (error) {
    return String(error)
  } finally {
    database.close()
  }
}

/** Writes one entry on a copy; whatever bears our signature then must be true of the entries as they were, and that one. */
async function signsFalsely(whole: Whole): Promise<boolean> {
  const copy = join(whole.base, 'copy')
  cpSync(whole.data, copy, { recursive: true })
  const ground = await openGround({ data: copy }).catch(() => undefined)
  try {
    const kept = await ground?.write({ detailBytes: 10 }).catch(() => undefined)
    // Refused: nothing was signed.
    return ground !== undefined && kept !== undefined && !(await signsTruly(ground, kept.entry, whole))
  } finally {
    await ground?.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

async function signsTruly(ground: Ground, place: EntryPlace, { leaves, verifierKey }: Whole): Promise<boolean> {
  const all = [...leaves, leafHash(await entryAt(ground, place))]
  const signed = (await notesOf(ground)).flatMap((note) => rootSignedIn(note, verifierKey) ?? [])
  return signed.every(({ size, root }) => size <= all.length && root === rootOfLeaves(all.slice(0, size)))
}

const rootOfLeaves = (leaves: readonly Uint8Array[]): string =>
  Buffer.from(rootOf(appendLeaves(EMPTY_RANGE, leaves))).toString('base64')
