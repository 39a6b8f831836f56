import { readFileSync } from 'node:fs'
import { type Caller, demand } from '#access'
import { dayOf, Refusal } from '#shared'
import { type Choosing, countChosen } from '../chosen-documents.ts'
import { accountNames } from '../document/store.ts'
import { scopeOf } from '../ground.ts'
import { beginFolder } from '../new-folder.ts'
import { copyDocuments } from './copy-documents.ts'
import { PACKAGE_FILE, PACKAGE_FORMAT, type PackageFile, VERIFIER_FILE } from './format/contents.ts'
import { readMe } from './format/read-me.ts'
import type { BagGround } from './ground.ts'
import { BAG_COVER, openBag } from './write-bag.ts'

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
  readonly logs: PackageFile['logs']
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
    const copied = await copyDocuments(ground, caller, bag, copying)
    const told: PackageFile = { format: PACKAGE_FORMAT, packageId, facility, sample, madeAt, ...copied }
    await bag.write(PACKAGE_FILE, `${JSON.stringify(told, undefined, 2)}\n`)
    await bag.write('README.txt', readMe(told))
    await bag.write(VERIFIER_FILE, readFileSync(new URL(`format/${VERIFIER_FILE}`, import.meta.url)))
    const manifest = await bag.end([
      ['Source-Organization', facility],
      ['Bagging-Date', dayOf(madeAt)],
      ['External-Identifier', packageId],
      ['Bag-Software-Agent', 'Omamori'],
    ])
    await notePackage(ground, caller, told, choice, manifest)
    await folder.complete()
    return { folder: place, packageId, documents: told.documents.length, leftOut: told.leftOut, logs: told.logs }
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

/** Durable before the folder has its name. Numbers of patients are no ids of ours; how many were asked for is enough. */
async function notePackage(
  { storage, journal }: BagGround,
  caller: Caller,
  { packageId, documents, leftOut }: PackageFile,
  choice: PackChoice,
  manifest: string,
): Promise<void> {
  const named = namedIn(choice).length
  const asked = { kind: choice.kind, ...(named > 0 && { [choice.kind]: named }) }
  await storage.write(scopeOf(caller), async (change) => {
    const subject = { kind: 'package', id: packageId }
    const detail = { documents: documents.length, leftOut, choice: asked, manifest }
    await journal.append(change, { act: 'archive.packed', actor: caller.actor, subject, detail })
  })
}
