import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Caller } from '#access'
import { dayOf, Refusal, timeOf } from '#shared'
import { scopeOf } from '../../ground.ts'
import { type ExportedPackage, exportPackage } from '../export-package.ts'
import type { EmergencyGround } from '../ground.ts'
import { contextOf } from './name-nightly.ts'
import { isMediumThere, readNightly } from './setting.ts'

const ours = /^emergency-\d{8}-\d{6}$/
const oursUnfinished = /^emergency-\d{8}-\d{6}\.new$/

/**
 * 毎晩の書き出し — a new package beside those of the nights before; only when it is whole the oldest go. Undefined where this facility named no folder;
 * `not-found` where the medium is away, so that nothing is written into an empty mount point.
 */
export async function makeNightly(ground: EmergencyGround, caller: Caller): Promise<ExportedPackage | undefined> {
  const setting = readNightly(ground.data)
  if (setting === undefined || setting.facilityId !== caller.facilityId) return undefined
  const { folder, choice, keep, passphrase: sealed } = setting
  if (!isMediumThere(setting)) throw new Refusal('not-found', { reason: 'emergency-medium-away', folder })
  const bytes = Buffer.from(sealed.bytes, 'base64')
  const passphrase = await ground.keys.open(scopeOf(caller), { keyId: sealed.keyId, bytes }, contextOf(folder))
  // One run at a time, by the timetable: what is unfinished now was killed.
  for (const name of await packagesIn(folder, oursUnfinished)) await rm(join(folder, name), { recursive: true })
  const made = await exportPackage(ground, caller, {
    ...{ folder: join(folder, `emergency-${stampOf(ground.clock.now())}`), choice },
    passphrase: Buffer.from(passphrase).toString(),
  })
  const before = await packagesIn(folder, ours)
  for (const name of before.slice(0, -keep)) await rm(join(folder, name), { recursive: true })
  return made
}

/** Oldest first; a folder of that name with something else in it is left alone. */
async function packagesIn(folder: string, named: RegExp): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => named.test(name)).toSorted()
  const covers = await Promise.all(
    names.map((name) => readFile(join(folder, name, 'package.js'), 'utf8').catch(() => '')),
  )
  return names.filter((_, index) => covers[index]?.startsWith('omamori("package",'))
}

/** 20261124-045003, in Tokyo. */
const stampOf = (now: string): string => `${dayOf(now).replaceAll('-', '')}-${timeOf(now).replaceAll(':', '')}`
