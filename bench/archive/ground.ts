import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Caller } from '#access'
import { type DocumentGround, openDocuments } from '#archive'
import { openJournal } from '#journal'
import { createKeys, openKeys } from '#keys'
import { systemClock } from '#shared'
import { noTrust, verifyFiles } from '#signature'
import { openBlobFiles, openBlobs, openStorage, type StoragePlace } from '#storage'

export const scope = { facilityId: 'mihon-clinic' }
export const doctor: Caller = { ...scope, actor: { kind: 'account', id: 'account-1' }, roles: ['director'] }

/** By nobody's trust: what is measured carries no signatures, and is looked into for them all the same. */
const verifySignature: DocumentGround['verifySignature'] = async (_, file, documentKind) => {
  const order = { trust: noTrust, at: Date.now(), policy: 'jp-medical' } as const
  const [answer] = await verifyFiles([{ ...file, documentKind }], order)
  if (!answer) throw new Error('a verification without an answer')
  return answer
}

/** Documents in earnest: real keys, real storage, real files, the clock of the machine. */
export async function openGround(place?: StoragePlace) {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'omamori-archive-'))
  const rows = await openStorage(place ?? { data: join(folder, 'data') })
  const keyPlace = { directory: join(folder, 'keys'), unlock: { kind: 'key-file' }, clock: systemClock } as const
  await createKeys(keyPlace)
  const keys = await openKeys({ ...keyPlace, storage: rows })
  const journal = openJournal({ storage: rows, keys, clock: systemClock, randomBytes })
  const storage = journal.fence(rows)
  await storage.write('installation', ({ db }) => {
    const facility = { facility_id: scope.facilityId, name: 'みほん診療所', sample: 1, created_at: systemClock.now() }
    return db.insertInto('facility').values(facility).execute()
  })
  await storage.write(scope, async (change) => {
    await keys.createFor(change, scope.facilityId)
    await journal.create(change)
  })
  const places = { first: openBlobFiles(join(folder, 'blobs')) }
  const blobs = openBlobs({ storage, keys, clock: systemClock, places })
  const ground = {
    storage,
    journal,
    blobs,
    clock: systemClock,
    newId: randomUUID,
    licencesOf: async () => [],
    verifySignature,
  }
  return {
    ...{ folder, storage, blobs, documents: openDocuments(ground) },
    async close() {
      await journal.close()
      await rows.close()
      rmSync(folder, { recursive: true })
    },
  }
}

export type ArchiveGround = Awaited<ReturnType<typeof openGround>>
