import { readFileSync } from 'node:fs'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { DocumentRow } from '#storage'
import { accountNames } from '../document/store.ts'
import { scopeOf } from '../ground.ts'
import { beginFolder } from '../new-folder.ts'
import { addDocument } from './add-document.ts'
import { PACKAGE_FILE, PACKAGE_FORMAT, type PackageFile, VERIFIER_FILE } from './format/contents.ts'
import { readMe } from './format/read-me.ts'
import type { BagGround } from './ground.ts'
import { chosenPage, countChosen, type PackChoice } from './store.ts'
import { BAG_COVER, openBag } from './write-bag.ts'

/** Documents that are written down together: one change of the journal. */
const TOGETHER = 100
/** One parameter of a query each. */
const MOST_NAMED = 500

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
  if (of === 0) throw new Refusal('not-found', { reason: 'emergency-nothing-chosen' })
  const { name: facility, sample } = await ground.facility(scope)
  const names = new Map((await ground.storage.read(scope, accountNames)).map(({ id, name }) => [id, name]))
  const around = { nameOf: (id: string) => names.get(id) ?? id, cosigned: await ground.cosigned(scope) }
  const [packageId, madeAt] = [ground.newId(), ground.clock.now()]
  const folder = await beginFolder(place, BAG_COVER)
  try {
    const bag = await openBag(folder)
    const logs = new Map<string, string>()
    const documents: string[] = []
    let leftOut = 0
    for (
      let page = await next(ground, caller, choice);
      page.length > 0;
      page = await next(ground, caller, choice, page)
    ) {
      await noteDocuments(ground, caller, packageId, page)
      for (const document of page) {
        const packed = await addDocument(ground, bag, document, around)
        for (const { log, verifierKey } of packed.receipts) logs.set(log, verifierKey)
        leftOut += packed.leftOut
        documents.push(document.document_id)
        progress(documents.length, of)
      }
    }
    const spoken = [...logs].map(([log, verifierKey]) => ({ log, verifierKey }))
    const told: PackageFile = {
      ...{ format: PACKAGE_FORMAT, packageId, facility, sample, madeAt, documents, leftOut },
      logs: spoken,
    }
    await bag.write(PACKAGE_FILE, `${JSON.stringify(told, undefined, 2)}\n`)
    await bag.write('README.txt', readMe(told))
    await bag.write(VERIFIER_FILE, readFileSync(new URL(`format/${VERIFIER_FILE}`, import.meta.url)))
    const manifest = await bag.end([
      ['Source-Organization', facility],
      ['Bagging-Date', madeAt.slice(0, 10)],
      ['External-Identifier', packageId],
      ['Bag-Software-Agent', 'Omamori'],
    ])
    await ground.storage.write(scope, async (change) => {
      const subject = { kind: 'package', id: packageId }
      const detail = { documents: documents.length, leftOut, choice: askedFor(choice), manifest }
      await ground.journal.append(change, { act: 'archive.packed', actor: caller.actor, subject, detail })
    })
    await folder.complete()
    return { folder: place, packageId, documents: documents.length, leftOut, logs: spoken }
  } catch (error) {
    await folder.abandon()
    throw error
  }
}

function refuseTooMany(choice: PackChoice): void {
  const named = choice.kind === 'patients' ? choice.patients : choice.kind === 'documents' ? choice.documents : []
  if (named.length > MOST_NAMED) throw new Refusal('too-large', { limit: choice.kind, max: MOST_NAMED })
}

const next = ({ storage }: BagGround, caller: Caller, choice: PackChoice, before: readonly DocumentRow[] = []) =>
  storage.read(scopeOf(caller), (db) => chosenPage(db, choice, before.at(-1)?.document_id, TOGETHER))

/** Durable before the first octet of them is copied. */
async function noteDocuments(
  { storage, journal }: BagGround,
  caller: Caller,
  packageId: string,
  page: readonly DocumentRow[],
): Promise<void> {
  await storage.write(scopeOf(caller), async (change) => {
    for (const { document_id } of page) {
      const subject = { kind: 'document', id: document_id }
      await journal.append(change, {
        act: 'document.packed',
        actor: caller.actor,
        subject,
        detail: { package: packageId },
      })
    }
  })
}

/** Numbers of patients are no ids of ours; how many were asked for is enough. */
const askedFor = (choice: PackChoice) =>
  choice.kind === 'patients'
    ? { kind: choice.kind, patients: choice.patients.length }
    : choice.kind === 'documents'
      ? { kind: choice.kind, documents: choice.documents.length }
      : { kind: choice.kind }
