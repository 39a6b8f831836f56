import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackageAbout, PackageDocument } from './format/contents.ts'

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
