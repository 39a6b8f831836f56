import type { Caller } from '#access'
import { scopeOf } from '../ground.ts'
import type { Chosen } from './add-document.ts'
import type { Choice } from './format/contents.ts'
import type { EmergencyGround } from './ground.ts'

/** Durable before the first octet of them is copied; what turns out to be unreadable was asked for all the same. */
export async function noteDocuments(
  { storage, journal }: EmergencyGround,
  caller: Caller,
  packageId: string,
  chosen: readonly Chosen[],
): Promise<void> {
  await storage.write(scopeOf(caller), async (change) => {
    for (const { document, row } of chosen) {
      const subject = { kind: 'document', id: document.document_id }
      const detail = { version: row.version, package: packageId }
      await journal.append(change, { act: 'document.exported', actor: caller.actor, subject, detail })
    }
  })
}

interface Made {
  readonly choice: Choice
  readonly documents: number
  readonly leftOut: number
  /** Of index.html, hex. */
  readonly page: string
}

/** Durable before the folder has its name. */
export async function noteExport(
  { storage, journal }: EmergencyGround,
  caller: Caller,
  packageId: string,
  { choice, documents, leftOut, page }: Made,
): Promise<void> {
  // Numbers of patients are no ids of ours; how many were asked for is enough.
  const asked = choice.kind === 'patients' ? { kind: choice.kind, patients: choice.patients.length } : { ...choice }
  await storage.write(scopeOf(caller), async (change) => {
    const subject = { kind: 'package', id: packageId }
    const detail = { documents, leftOut, choice: asked, page }
    await journal.append(change, { act: 'archive.exported', actor: caller.actor, subject, detail })
  })
}
