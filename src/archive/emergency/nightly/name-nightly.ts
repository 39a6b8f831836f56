import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Caller, demand, demandStrong } from '#access'
import { Refusal } from '#shared'
import { scopeOf } from '../../ground.ts'
import type { PackageOrder } from '../export-package.ts'
import type { EmergencyGround } from '../ground.ts'
import { keepNightly, readNightly } from './setting.ts'

export interface NightlyOrder extends PackageOrder {
  /** How many packages stay; the oldest go. */
  readonly keep: number
}

export interface NamedNightly {
  readonly folder: string
  readonly keep: number
  /** It lies on the disk of the data itself, which one fault takes together. */
  readonly onSameDisk: boolean
}

/** What the passphrase is sealed for: a setting whose folder was exchanged does not open it. */
export const contextOf = (folder: string): string => `nightly-package ${folder}`

/** 毎晩の書き出しを決める — into a folder that is there, best on another medium. The passphrase is sealed by the keys of the facility. */
export async function nameNightly(ground: EmergencyGround, caller: Caller, order: NightlyOrder): Promise<NamedNightly> {
  demand(caller, 'document.read')
  demand(caller, 'document.export')
  const { keys, data, storage, journal } = ground
  const { choice, passphrase, keep } = order
  const { name } = await ground.facility(scopeOf(caller))
  demandStrong(passphrase, { secondFactor: false, names: [name] })
  const folder = resolve(order.folder)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory()) throw new Refusal('not-found', { reason: 'emergency-medium-away', folder })
  const { keyId, bytes } = await keys.seal(scopeOf(caller), 'secret', Buffer.from(passphrase), contextOf(folder))
  const before = readNightly(data)
  const id = before?.folder === folder ? before.id : ground.newId()
  const asked = choice.kind === 'patients' ? { kind: choice.kind, patients: choice.patients.length } : { ...choice }
  await storage.write(scopeOf(caller), (change) =>
    journal.append(change, {
      ...{ act: 'archive.nightly-named', actor: caller.actor, detail: { choice: asked, keep, folder } },
      subject: { kind: 'facility', id: caller.facilityId },
    }),
  )
  keepNightly(data, {
    ...{ facilityId: caller.facilityId, folder, id, keep },
    choice: choice.kind === 'patients' ? { kind: choice.kind, patients: [...choice.patients] } : choice,
    passphrase: { keyId, bytes: Buffer.from(bytes).toString('base64') },
  })
  return { folder, keep, onSameDisk: found.dev === statSync(data).dev }
}
