import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Storage } from '#storage'
import { documentsOn } from '../document/testing.ts'
import type { PackageAbout, PackageDocument } from './format/contents.ts'
import { openEmergency } from './open-emergency.ts'

export const passphrase = 'Naruto-uzu*4417-kaze'

/** The room with documents below it, on the given storage; settings lie in the folder of its files. */
export async function emergencyOn(storage: Storage) {
  const room = await documentsOn(storage)
  const { journal, clock, keys, documents, doctor, blobs, directory: data } = room
  const facility = async () => ({ name: 'みほん診療所', sample: false, type: undefined })
  let ids = 0
  const newId = () => `package-${++ids}`
  const emergency = openEmergency({ storage: room.storage, journal, blobs, keys, clock, newId, facility, data })
  const enter = (title: string, patient: string, writtenOn: string, bytes: Uint8Array, name = 'a.txt') =>
    documents.register(
      doctor,
      { kind: 'medical-record', standing: 'original', title, patient, writtenOn },
      { name, bytes },
    )
  return { ...room, emergency, enter, data }
}

const page = new URL('../../../docs/formats/emergency-package.md', import.meta.url)

/** What the program that stands on the page of the format takes out of a package; `failed` is what it says where it cannot. */
export function takenOut(
  beside: string,
  folder: string,
  passphrase: string,
):
  | { readonly failed: string }
  | {
      readonly about: PackageAbout
      readonly documents: readonly PackageDocument[]
      readonly fileOf: (documentId: string) => Buffer
    } {
  const [, program = ''] = /```js\n(.*?)```/s.exec(readFileSync(page, 'utf8')) ?? []
  const [script, secret] = [join(beside, 'take-out.mjs'), join(beside, 'secret.txt')]
  const out = join(beside, `out-${process.hrtime.bigint()}`)
  writeFileSync(script, program)
  writeFileSync(secret, `${passphrase}\n`)
  const { status, stderr } = spawnSync(process.execPath, [script, folder, secret, out], { encoding: 'utf8' })
  if (status !== 0) return { failed: stderr }
  const said = JSON.parse(readFileSync(join(out, 'documents.json'), 'utf8'))
  return { ...said, fileOf: (documentId) => readFileSync(join(out, `${documentId}.bin`)) }
}
