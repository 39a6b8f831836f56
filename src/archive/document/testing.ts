import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Caller } from '#access'
import { openBlobFiles, openBlobs, type Storage } from '#storage'
import { accessOn, firstRun, newcomer } from '../../access/testing.ts'
import { openDocuments } from './open-documents.ts'
import { verifyByTestTrust } from './signature/testing.ts'

/** Documents with everything below them, and three who work with them: a doctor, another doctor, a clerk. The clock stands at 2026-11-22. */
export async function documentsOn(storage: Storage) {
  const below = await accessOn(storage)
  const { journal, clock, keys } = below
  const directory = mkdtempSync(join(tmpdir(), 'omamori-documents-'))
  const blobs = openBlobs({ storage: below.storage, keys, clock, places: { first: openBlobFiles(directory) } })
  const { facilityId, administrator } = await firstRun(below)
  const person = (loginName: string, displayName: string) => newcomer(below, administrator, { loginName, displayName })
  const [doctor, other, clerk] = [
    await person('jiro', '例題 次郎'),
    await person('saburo', '例題 三郎'),
    await person('hanako', '例題 花子'),
  ]
  const doctors = [doctor.accountId, other.accountId]
  const licencesOf = async ({ actor }: Caller) => (doctors.includes(actor.id ?? '') ? ['Medical Doctor'] : [])
  const ground = {
    storage: below.storage,
    journal,
    blobs,
    clock,
    newId: randomUUID,
    licencesOf,
    verifySignature: verifyByTestTrust(() => clock.now()),
  }
  const actsOf = async (act: string) =>
    (await journal.entries({ facilityId }, { act }, { limit: 50 })).entries.map((entry) => entry.act).toReversed()
  const callers = { doctor: doctor.caller, other: other.caller, clerk: clerk.caller, manager: administrator }
  return {
    ...below,
    ...callers,
    ground,
    directory,
    blobs,
    facilityId,
    actsOf,
    accountOf,
    documents: openDocuments(ground),
  }
}

const accountOf = ({ actor }: Caller): string => actor.id ?? ''
