import type { ContainerEntry } from '../asic/entry.ts'
import { signCades } from '../cades/sign.ts'
import { asicE, asicS, entry, manifestOver } from '../testing/container.ts'
import { testKey } from '../testing/test-pki.ts'
import { type Conclusion, failed, indeterminate, passed } from '../validation/verdict.ts'
import { signDetached } from '../xades/sign.ts'
import type { NegativeCase } from './negative-case.ts'

type Entries = readonly ContainerEntry[]

const key = testKey('doctor')
const at = Date.parse('2026-06-01T09:00:00Z')
const letter = entry('letter.txt', '14')
const picture = entry('picture.bin', Uint8Array.of(1, 2, 3))
const files = [letter, picture]
const signature = 'META-INF/signature.p7s'
const manifestFile = 'META-INF/ASiCManifest.xml'

const signing = { key, signingTime: at, stamp: null }
const over = (content: Uint8Array) => signCades({ ...signing, content, attached: false })
const attached = (content: Uint8Array) => signCades({ ...signing, content, attached: true })
const manifest = manifestOver(signature, files)
const simple: Entries = [entry('mimetype', asicS), letter, entry(signature, await over(letter.bytes))]
const extended: Entries = [
  entry('mimetype', asicE),
  ...files,
  entry(manifestFile, manifest),
  entry(signature, await over(manifest)),
]
const signedXml = await signDetached(
  files.map(({ name, bytes }) => ({ name, bytes, mimeType: 'text/plain' })),
  { key, at },
)
const withXml: Entries = [entry('mimetype', asicE), ...files, entry('META-INF/signatures.xml', signedXml)]

const zip = () => Buffer.from('PK')
const row =
  (source: Entries) =>
  (done: string, forged: Entries, expected: Conclusion, remark?: string): NegativeCase => ({
    done,
    format: 'ASiC',
    forged: { file: zip, entries: forged },
    honest: { file: zip, entries: source },
    expected,
    ...(remark === undefined ? {} : { remark }),
  })
const inSimple = row(simple)
const inExtended = row(extended)
const inXml = row(withXml)

/** Another file in the place of one; null: none. */
const put = (entries: Entries, name: string, bytes: Uint8Array | string | null): Entries =>
  entries.flatMap((one) => (one.name !== name ? [one] : bytes === null ? [] : [entry(name, bytes)]))

const format = (decidedBy: string) => failed('FORMAT_FAILURE', decidedBy)
const hash = (decidedBy: string) => failed('HASH_FAILURE', decidedBy)
const lost = (decidedBy: string) => indeterminate('SIGNED_DATA_NOT_FOUND', decidedBy)
const other = entry('letter.txt', '90')
const unsigned = entry('later.txt', '90')
const wrapper = entry('META-INF/ASiCManifest2.xml', manifestOver(signature, [other, picture]))

export const containerCases: readonly NegativeCase[] = [
  inSimple('the content changed (ASiC-S)', put(simple, letter.name, '90'), hash('message-digest')),
  inSimple(
    'another content in the signature than beside it',
    [entry('mimetype', asicS), other, entry(signature, await attached(letter.bytes))],
    format('one-content'),
  ),
  inSimple('a second content in ASiC-S', [...simple, unsigned], format('one-content')),
  inSimple(
    'called ASiC-E, so that no manifest says what is signed',
    put(simple, 'mimetype', asicE),
    format('manifest-found'),
  ),
  inExtended('a content changed', put(extended, letter.name, '90'), hash('manifest-reference-digest')),
  inExtended(
    'a manifest that names a missing file',
    put(extended, letter.name, null),
    lost('manifest-reference-found'),
  ),
  inExtended(
    'the digest of another file in the manifest, and that file beside it',
    put(put(extended, letter.name, '90'), manifestFile, manifestOver(signature, [other, picture])),
    hash('message-digest'),
  ),
  inExtended('a second manifest for the same signature', [...extended, wrapper], format('one-manifest')),
  inExtended(
    'wrapping: the manifest moved to contents, another in its place',
    [...put(extended, manifestFile, wrapper.bytes), entry('manifest.xml', manifest), other].filter(
      (one) => one !== letter,
    ),
    hash('message-digest'),
  ),
  inExtended('the manifest taken out', put(extended, manifestFile, null), format('manifest-found')),
  inExtended('the content once more under its name', [...extended, other], format('entry-names-distinct')),
  inExtended(
    'the content once more, in capital letters',
    [...extended, entry('LETTER.TXT', '90')],
    format('entry-names-distinct'),
  ),
  inExtended(
    'a content that leaves the container',
    [...extended, entry('../letter.txt', '90')],
    format('entry-names-plain'),
  ),
  inExtended('a content added that nobody signed', [...extended, unsigned], passed, 'signed-by-nobody'),
  inXml('a content changed under XAdES', put(withXml, letter.name, '90'), hash('reference-digest')),
  inXml('a content taken out under XAdES', put(withXml, letter.name, null), lost('reference-found')),
  inXml('a content added under XAdES', [...withXml, unsigned], passed, 'signed-by-nobody'),
]
