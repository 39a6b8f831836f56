import { Malformed } from '../malformed.ts'
import { escaped, inBase64, type Signing, signedText } from '../xades/build.ts'
import { exclusiveNamespace } from '../xades/names.ts'
import { utf8TextOf, type XmlSigner } from '../xades/sign.ts'
import { parseXml } from '../xml/parse.ts'
import { childrenOf, type XmlElement } from '../xml/tree.ts'

/** What a prescription or a dispensing result carries beside its signature. */
export interface EprescriptionContent {
  /** PrescriptionId or DispensingId: a UUID. */
  readonly id: string
  /** The CSV, octet by octet. */
  readonly contents: Uint8Array
  /** What the management service adds later, unsigned: drug codes, as text. */
  readonly additional: string | null
}

/** Signers differ: some write no transform for the contents, which means inclusive C14N; some write the exclusive one. */
export type ContentTransform = 'none' | 'exclusive'

/** 処方箋への署名 — a prescription (EPS1.0) with the signature of a doctor or dentist, B-B. */
export async function signPrescription(
  { id, contents, additional }: EprescriptionContent,
  signer: XmlSigner,
  transform: ContentTransform = 'none',
): Promise<Uint8Array> {
  const around = (signature: string) =>
    document(
      'EP.xsd',
      `\n  <Prescription>\n    <PrescriptionManagement id="PrescriptionManagement"><Version Value="EPS1.0"/>` +
        `<PrescriptionId Value="${escaped(id)}"/></PrescriptionManagement>\n` +
        `    <PrescriptionDocument id="PrescriptionDocument">${inBase64(contents)}</PrescriptionDocument>\n` +
        unsigned('AdditionalPrescriptionInformation', additional) +
        `    <PrescriptionSign>${signature}</PrescriptionSign>\n  </Prescription>\n`,
    )
  return signed('PrescriptionSign', '#PrescriptionDocument', signer, transform, around)
}

/** 調剤済み処方箋への署名 — the whole prescription with its signature, what was dispensed, and a pharmacist's signature over both. */
export async function signDispensing(
  prescription: Uint8Array,
  { id, contents, additional }: EprescriptionContent,
  signer: XmlSigner,
  transform: ContentTransform = 'none',
): Promise<Uint8Array> {
  const source = utf8TextOf(prescription)
  const dispensed = onlyPrescription(parseXml(source).root)
  const around = (signature: string) =>
    document(
      'ED.xsd',
      `\n  <DispensingManagement id="DispensingManagement"><Version Value="EDS1.0"/><DispensingId Value="${escaped(id)}"/>` +
        '</DispensingManagement>\n' +
        `  <Dispensing id="Dispensing">\n    <ReferencePrescription>${source.slice(dispensed.start, dispensed.end)}` +
        `</ReferencePrescription>\n    <DispensingDocument>${inBase64(contents)}</DispensingDocument>\n  </Dispensing>\n` +
        unsigned('AdditionalDispensedInformation', additional) +
        `  <DispensingSign>${signature}</DispensingSign>\n`,
    )
  return signed('DispensingSign', '#Dispensing', signer, transform, around)
}

async function signed(
  id: string,
  uri: string,
  { key, at }: XmlSigner,
  transform: ContentTransform,
  around: (signature: string) => string,
): Promise<Uint8Array> {
  const transforms = transform === 'none' ? [] : [exclusiveNamespace]
  const parts: Signing['parts'] = [{ uri, transforms, mimeType: null }]
  return Buffer.from(await signedText({ key, at, id, parts, objects: '', keyInfoSigned: true }, around), 'utf8')
}

const document = (schema: string, inside: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Document" ' +
  `xsi:noNamespaceSchemaLocation="${schema}">${inside}</Document>\n`

const unsigned = (name: string, text: string | null): string =>
  text === null ? '' : `    <${name} id="${name}">${escaped(text)}</${name}>\n`

function onlyPrescription(root: XmlElement): XmlElement {
  const [found, second] = childrenOf(root, '', 'Prescription')
  if (!found || second) throw new Malformed('eprescription-structure')
  return found
}
