import { readFileSync } from 'node:fs'
import { ZipFile } from 'yazl'

/** A file of `testdata/`. */
export const sample = (name: string): Uint8Array => readFileSync(new URL(`./testdata/${name}`, import.meta.url))

/** A zip of these files. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { compress: name !== 'mimetype' })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** Shift_JIS, EUC-JP and ISO-2022-JP of 見本 太郎 ﾜﾙﾌｧﾘﾝ, octet by octet; the runtime only reads them. */
export const inJapaneseEncodings = {
  shift_jis: Buffer.from('8ca9967b2091be98590adcd9cca7d8dd', 'hex'),
  'euc-jp': Buffer.from('b8abcbdc20c2c0cfba0a8edc8ed98ecc8ea78ed88edd', 'hex'),
  'iso-2022-jp': Buffer.from('1b2442382b4b5c1b2842201b244242404f3a1b28420a1b2442256f256b25552521256a25731b2842', 'hex'),
} as const
