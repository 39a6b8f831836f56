import type { KeptCheckpoint, Receipt } from '#journal'
import { Refusal } from '#shared'
import type { DocumentRow, DocumentSignatureRow } from '#storage'
import type { ContentType } from '../content/content.ts'
import { usualEnding } from '../content/detect/endings.ts'
import { kindOf } from '../document/settle-version.ts'
import type { VersionWithLength } from '../document/store.ts'
import type { Standing } from '../retention/duty.ts'
import { DOCUMENT_FILE, DOCUMENT_FORMAT, type DocumentFile, type PackagedVersion } from './format/contents.ts'
import type { BagGround } from './ground.ts'
import { readSettled } from './read-settled.ts'
import type { BagWriter } from './write-bag.ts'
import { writeReceipt } from './write-receipt.ts'

type Below = Pick<BagGround, 'storage' | 'journal' | 'blobs'>

/** What is the same for all documents of a package. */
export interface Surroundings {
  readonly nameOf: (accountId: string) => string
  readonly cosigned: readonly KeptCheckpoint[]
}

type Person = PackagedVersion['enteredBy']

export interface Packed {
  readonly receipts: readonly Receipt[]
  /** Contents that could not be read any more. */
  readonly leftOut: number
}

/** One document with all its versions, the files of its signatures, and what the journal says of it. */
export async function addDocument(
  below: Below,
  bag: BagWriter,
  document: DocumentRow,
  { nameOf, cosigned }: Surroundings,
): Promise<Packed> {
  const { facility_id: facilityId, document_id: documentId } = document
  const scope = { facilityId }
  const folder = `data/documents/${documentId}`
  const person = (id: string): Person => ({ id, name: nameOf(id) })
  const { versions: rows, signatures, receipts } = await readSettled(below, document, cosigned)
  let leftOut = 0
  /** The name that it had; null where it cannot be read. */
  const copied = async (blobId: string, file: string): Promise<{ readonly name: string | null } | null> => {
    try {
      const { content, name } = await below.blobs.get(scope, blobId)
      await bag.stream(`${folder}/${file}`, content)
      return { name: name ?? null }
    } catch (error) {
      if (!(error instanceof Refusal) || (error.code !== 'corrupt' && error.code !== 'not-found')) throw error
      leftOut += 1
      return null
    }
  }
  const versions: PackagedVersion[] = []
  for (const row of rows) {
    const file = `v${row.version}.${usualEnding(row.content_type as ContentType)}`
    const content = await copied(row.blob_id, file)
    const signed: PackagedVersion['signatures'] = []
    for (const one of signatures.filter(({ version }) => version === row.version)) {
      const beside = `v${row.version}.signature-${one.number}.p7s`
      const has = one.blob_id !== null && (await copied(one.blob_id, beside)) !== null
      signed.push({ ...signatureOf(one), ...(has && { file: beside }) })
    }
    versions.push({
      ...versionOf(row, person),
      ...(content && { file, ...(content.name !== null && { name: content.name }) }),
      signatures: signed,
    })
  }
  const names: string[] = []
  for (const [index, receipt] of receipts.entries()) {
    const name = `journal-${String(index + 1).padStart(4, '0')}`
    names.push(name)
    await writeReceipt(bag, `${folder}/${name}`, receipt)
  }
  const told: DocumentFile = { ...headOf(document), versions, receipts: names }
  await bag.write(`${folder}/${DOCUMENT_FILE}`, `${JSON.stringify(told, undefined, 2)}\n`)
  return { receipts, leftOut }
}

function headOf(document: DocumentRow): Omit<DocumentFile, 'versions' | 'receipts'> {
  const { kind, ja, en } = kindOf(document)
  return {
    ...{ format: DOCUMENT_FORMAT, documentId: document.document_id, kind: { kind, ja, en } },
    ...{ standing: document.standing as Standing, title: document.title },
    ...(document.patient !== null && { patient: document.patient }),
    ...(document.encounter !== null && { encounter: document.encounter }),
    ...{ writtenOn: document.written_on, registeredAt: document.registered_at },
  }
}

const versionOf = (
  row: VersionWithLength,
  person: (id: string) => Person,
): Omit<PackagedVersion, 'file' | 'name' | 'signatures'> => ({
  ...{ version: row.version, type: row.content_type as ContentType, sha256: row.sha256, length: row.length },
  ...{ enteredBy: person(row.entered_by), enteredAt: row.entered_at },
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.entered_for !== null && { enteredFor: person(row.entered_for) }),
  ...(row.approved_at !== null && { approvedAt: row.approved_at }),
  ...(row.confirmed_by !== null && { confirmedBy: person(row.confirmed_by) }),
  ...(row.confirmed_at !== null && { confirmedAt: row.confirmed_at }),
  ...(row.withdrawn_by !== null && { withdrawnBy: person(row.withdrawn_by) }),
  ...(row.withdrawn_at !== null && { withdrawnAt: row.withdrawn_at }),
  ...(row.withdrawn_reason !== null && { withdrawnReason: row.withdrawn_reason }),
})

const signatureOf = ({ number, form, sha256 }: DocumentSignatureRow): PackagedVersion['signatures'][number] => ({
  number,
  form: form as 'within' | 'detached',
  sha256,
})
