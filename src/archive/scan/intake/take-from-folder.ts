import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import { scopeOf } from '../../ground.ts'
import type { ScanAct } from '../act.ts'
import type { ScanGround } from '../ground.ts'
import { takeIn } from '../take-in.ts'
import type { ScanAnswer, ScanRequest } from '../wire.ts'
import { readArrived, removeArrived } from './folder.ts'
import { keepIntake, readIntake } from './setting.ts'

/** スキャナのフォルダーを決める — a folder that is there, into which a copier writes. What is taken in is removed from it. */
export async function nameIntake(ground: ScanGround, caller: Caller, named: string): Promise<string> {
  demand(caller, 'contents.place')
  const folder = resolve(named)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('not-found', { reason: 'scan-folder-away', folder })
  const act: ScanAct = 'scan.folder-named'
  const subject = { kind: 'facility', id: caller.facilityId }
  await ground.storage.write(scopeOf(caller), (change) =>
    ground.journal.append(change, { act, actor: caller.actor, subject, detail: { folder } }),
  )
  keepIntake(ground.data, { facilityId: caller.facilityId, folder })
  return folder
}

/** 届いたファイルを読み取って登録する — it goes from the folder only when it lies here for good. */
export async function takeFromFolder(
  ground: ScanGround,
  caller: Caller,
  request: ScanRequest,
  name: string,
): Promise<ScanAnswer> {
  demand(caller, 'document.enter')
  const setting = readIntake(ground.data, caller.facilityId)
  if (!setting) throw new Refusal('not-found', { reason: 'scan-folder-away' })
  const bytes = await readArrived(setting.folder, name)
  const answer = await takeIn(ground, caller, request, { name, bytes })
  if (answer.documentId === undefined) return answer
  return { ...answer, stays: !(await removeArrived(setting.folder, name)) }
}
