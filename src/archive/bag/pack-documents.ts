import { readFileSync } from 'node:fs'
import { type Caller, demand } from '#access'
import type { Receipt } from '#journal'
import { dayOf, Refusal } from '#shared'
import { type Choosing, countChosen } from '../chosen-documents.ts'
import { accountNames } from '../document/store.ts'
import { scopeOf } from '../ground.ts'
import { beginFolder } from '../new-folder.ts'
import { copyDocuments } from './copy-documents.ts'
import {
  KEYS_FILE,
  PACKAGE_FILE,
  PACKAGE_FORMAT,
  PACKAGE_RECEIPT,
  type PackageFile,
  VERIFIER_FILE,
} from './format/contents.ts'
import { readMe } from './format/read-me.ts'
import type { BagGround } from './ground.ts'
import { BAG_COVER, openBag } from './write-bag.ts'
import { writeReceipt } from './write-receipt.ts'

/** One parameter of a query each. */
const MOST_NAMED = 500

export type PackChoice = Exclude<Choosing, { readonly kind: 'days' }>

export interface PackOrder {
  /** What must not be there yet. */
  readonly folder: string
  readonly choice: PackChoice
}

export interface PackedDocuments {
  readonly folder: string
  readonly packageId: string
  readonly documents: number
  readonly leftOut: number
  /** Of the logs that its receipts speak of: to be kept elsewhere. */
  readonly verifierKeys: readonly string[]
}

/**
 * 長期保存パッケージに書き出す (7.3 of guideline 5.2: 保存性; 付則1) — a bag (RFC 8493) that is read and verified without us: all versions, the
 * files of signatures, and receipts of what the journal says. It is not encrypted. Every document has its entry before it is copied,
 * the package its own before the folder has its name; what fails leaves no folder.
 */
export async function packDocuments(
  ground: BagGround,
  caller: Caller,
  { folder: place, choice }: PackOrder,
  progress: (done: number, of: number) => void = () => {},
): Promise<PackedDocuments> {
  demand(caller, 'document.read')
  demand(caller, 'document.pack')
  refuseTooMany(choice)
  const scope = scopeOf(caller)
  const of = await ground.storage.read(scope, (db) => countChosen(db, choice))
  if (of === 0) throw new Refusal('not-found', { reason: 'export-nothing-chosen' })
  const { name: facility, sample } = await ground.facility(scope)
  const names = new Map((await ground.storage.read(scope, accountNames)).map(({ id, name }) => [id, name]))
  const around = { nameOf: (id: string) => names.get(id) ?? id, cosigned: await ground.cosigned(scope) }
  const [packageId, madeAt] = [ground.newId(), ground.clock.now()]
  const folder = await beginFolder(place, BAG_COVER)
  try {
    const bag = await openBag(folder)
    const copying = { packageId, choice, progress: (done: number) => progress(done, of), ...around }
    const { verifierKeys, ...copied } = await copyDocuments(ground, caller, bag, copying)
    const told: PackageFile = { format: PACKAGE_FORMAT, packageId, facility, sample, madeAt, ...copied }
    await bag.write(PACKAGE_FILE, `${JSON.stringify(told, undefined, 2)}\n`)
    const manifest = await bag.closePayload([
      ['Source-Organization', facility],
      ['Bagging-Date', dayOf(madeAt)],
      ['External-Identifier', packageId],
      ['Bag-Software-Agent', 'Omamori'],
    ])
    const receipt = await notePackage(ground, caller, told, choice, manifest)
    await writeReceipt(bag, PACKAGE_RECEIPT, receipt)
    const keys = [...new Set([...verifierKeys, receipt.verifierKey])]
    await bag.write(KEYS_FILE, keys.map((key) => `${key}\n`).join(''))
    await bag.write('README.txt', readMe(told, keys))
    await bag.write(VERIFIER_FILE, readFileSync(new URL(`format/${VERIFIER_FILE}`, import.meta.url)))
    await bag.end()
    await folder.complete()
    return { folder: place, packageId, documents: told.documents.length, leftOut: told.leftOut, verifierKeys: keys }
  } catch (error) {
    await folder.abandon()
    throw error
  }
}

const namedIn = (choice: PackChoice): readonly string[] =>
  choice.kind === 'patients' ? choice.patients : choice.kind === 'documents' ? choice.documents : []

function refuseTooMany(choice: PackChoice): void {
  if (namedIn(choice).length > MOST_NAMED) throw new Refusal('too-large', { limit: choice.kind, max: MOST_NAMED })
}

/**
 * Durable before the folder has its name; its receipt binds the whole payload, so that nothing can be left out of it unseen. Numbers of
 * patients are no ids of ours; how many were asked for is enough.
 */
async function notePackage(
  { storage, journal }: BagGround,
  caller: Caller,
  { packageId, documents, leftOut }: PackageFile,
  choice: PackChoice,
  manifest: string,
): Promise<Receipt> {
  const named = namedIn(choice).length
  const asked = { kind: choice.kind, ...(named > 0 && { [choice.kind]: named }) }
  await storage.write(scopeOf(caller), async (change) => {
    const subject = { kind: 'package', id: packageId }
    const detail = { documents: documents.length, leftOut, choice: asked, manifest }
    await journal.append(change, { act: 'archive.packed', actor: caller.actor, subject, detail })
  })
  const entry = { act: 'archive.packed', subjectKind: 'package', subjectId: packageId }
  const [receipt] = await journal.receipts(scopeOf(caller), entry)
  if (!receipt) throw new Refusal('corrupt', { what: 'log', packageId })
  return receipt
}
