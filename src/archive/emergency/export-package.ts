import { type Caller, demand, demandStrong } from '#access'
import { addDays, dayOf, Refusal } from '#shared'
import { countChosen } from '../chosen-documents.ts'
import { typeNames } from '../content/words/content-words.ts'
import { accountNames } from '../document/store.ts'
import { scopeOf } from '../ground.ts'
import { kindTable } from '../kind/read-kinds.ts'
import { beginFolder } from '../new-folder.ts'
import { copyDocuments } from './copy-documents.ts'
import type { Choice, PackageAbout } from './format/contents.ts'
import type { EmergencyGround } from './ground.ts'
import { noteExport } from './note-export.ts'
import { buildPage } from './page/build-page.ts'
import { readMe } from './page/read-me.ts'
import { openChunks } from './write-chunks.ts'

/** One parameter of a query each. */
const MOST_PATIENTS = 500

export interface PackageOrder {
  /** What must not be there yet. */
  readonly folder: string
  readonly choice: { readonly kind: 'all' } | { readonly kind: 'days'; readonly days: number } | Patients
  readonly passphrase: string
}

type Patients = { readonly kind: 'patients'; readonly patients: readonly string[] }

export interface ExportedPackage {
  readonly folder: string
  readonly packageId: string
  readonly documents: number
  readonly leftOut: number
}

/**
 * 非常時閲覧用パッケージを作る (7.2 of guideline 5.2: 見読性) — a folder that any browser opens without us and without a network. Every
 * document has its entry before it is copied, the package its own before the folder has its name; what fails leaves no folder.
 */
export async function exportPackage(
  ground: EmergencyGround,
  caller: Caller,
  order: PackageOrder,
  progress: (done: number, of: number) => void = () => {},
): Promise<ExportedPackage> {
  demand(caller, 'document.read')
  demand(caller, 'document.export')
  const { name: facility, sample } = await ground.facility(scopeOf(caller))
  demandStrong(order.passphrase, { secondFactor: false, names: [facility] })
  const madeAt = ground.clock.now()
  const choice = settled(order.choice, madeAt)
  const of = await ground.storage.read(scopeOf(caller), (db) => countChosen(db, choice))
  if (of === 0) throw new Refusal('not-found', { reason: 'export-nothing-chosen' })
  const packageId = ground.newId()
  const page = await buildPage()
  const folder = await beginFolder(order.folder, { file: 'package.js', begins: 'omamori("package",' })
  try {
    const { passphrase } = order
    const writer = await openChunks(folder, { passphrase, packageId, facility, madeAt })
    const copying = { choice, packageId, writer, progress: (done: number) => progress(done, of) }
    const { leftOut, leftOutList } = await copyDocuments(ground, caller, copying)
    const documents = writer.documents()
    const madeBy = await makerOf(ground, caller)
    await writer.end({ facility, sample, madeAt, madeBy, choice, documents, leftOut, leftOutList, ...names })
    await folder.write('README.txt', readMe({ facility, madeAt }))
    // The last of all: without it nothing in the folder looks like a package.
    await folder.write('index.html', page.html)
    await noteExport(ground, caller, packageId, { choice, documents, leftOut, page: page.sha256 })
    await folder.complete()
    return { folder: order.folder, packageId, documents, leftOut }
  } catch (error) {
    await folder.abandon()
    throw error
  }
}

function settled(choice: PackageOrder['choice'], now: string): Choice {
  if (choice.kind === 'patients' && choice.patients.length > MOST_PATIENTS)
    throw new Refusal('too-large', { limit: 'patients', max: MOST_PATIENTS })
  return choice.kind === 'days' ? { ...choice, from: addDays(dayOf(now), -choice.days) } : choice
}

async function makerOf({ storage }: EmergencyGround, caller: Caller): Promise<PackageAbout['madeBy']> {
  const { kind, id } = caller.actor
  if (kind !== 'account') return { kind: kind === 'system' ? 'system' : 'console' }
  const accounts = await storage.read(scopeOf(caller), accountNames)
  return { kind, name: accounts.find((one) => one.id === id)?.name ?? id }
}

const names = {
  kinds: Object.fromEntries(kindTable.kinds.map(({ kind, ja, en }) => [kind, { ja, en }])),
  types: typeNames,
}
