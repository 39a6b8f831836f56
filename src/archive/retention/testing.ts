import { randomUUID } from 'node:crypto'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '#access'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { temporaryFolder } from '../../../test/running.ts'
import { accessOn, firstRun, newcomer } from '../../access/testing.ts'
import { keptDocuments } from '../document/kept-documents.ts'
import { openDocuments } from '../document/open-documents.ts'
import { verifyByTestTrust } from '../document/signature/testing.ts'
import { openRetention } from './open-retention.ts'

/** Keeping and the documents with everything below them, on real storage, keys, journal and files. The clock stands at 2026-11-22. */
export async function retentionOn(rows: Storage, facilityType: string | undefined = 'clinic') {
  const below = await accessOn(rows)
  const { storage, journal, clock, keys } = below
  const directory = join(temporaryFolder().path, 'blobs')
  const blobs = openBlobs({ storage, keys, clock, places: { first: openBlobFiles(directory) } })
  const { facilityId, administrator } = await firstRun(below)
  const ground = { storage, journal, clock, newId: randomUUID }
  const documents = openDocuments({
    ...{ ...ground, blobs, verifySignature: verifyByTestTrust(() => clock.now()) },
    licencesOf: async () => ['Medical Doctor'],
  })
  const facility = async () => ({ name: 'みほん診療所', sample: true, type: facilityType })
  const retention = openRetention({ ...ground, facility, documents: keptDocuments({ storage, blobs }) })
  const as = (...roles: readonly Role[]) => ({ ...administrator, roles })
  const second = async (request: { readonly loginName: string; readonly displayName: string }, ...roles: Role[]) =>
    ({ ...(await newcomer(below, administrator, { ...request, roles })).caller, roles }) as const
  const actsOf = async (act: string) =>
    (await journal.entries({ facilityId }, { act }, { limit: 50 })).entries.map((entry) => entry.act).toReversed()
  /** A 診療録 of two versions, the first confirmed. */
  const store = async () => {
    const said = {
      kind: 'medical-record',
      standing: 'original',
      title: '架空の診療録',
      writtenOn: '2020-01-10',
    } as const
    // Each with a content of its own: equal ones would share a file.
    const fileOf = (version: number) => ({
      ...{ name: '診療録.txt', bytes: Buffer.from(`架空の診療録 ${randomUUID()} 第${version}版`) },
    })
    const documentId = await documents.register(as('director'), said, fileOf(1))
    await documents.openVersion(as('director'), documentId, 1)
    await documents.confirm(as('director'), documentId, 1)
    await documents.correct(as('director'), documentId, { reason: '書き足し' }, fileOf(2))
    return documentId
  }
  const read = (documentId: string) => documents.openVersion(as('director'), documentId, 2)
  const files = () => globSync('*/*', { cwd: directory }).length
  return { ...below, blobs, facility, facilityId, as, second, actsOf, documents, store, read, files, retention }
}

export type RetentionRoom = Awaited<ReturnType<typeof retentionOn>>
