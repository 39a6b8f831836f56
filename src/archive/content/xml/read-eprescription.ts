import { descendantsOf, parseXml, textUnder, type XmlElement } from '@omamori/signature'
import type { Found } from '../content.ts'
import { decodeText } from '../text/decode-text.ts'

const carriers = new Set(['PrescriptionDocument', 'DispensingDocument'])
const numbers = new Set(['PrescriptionId', 'DispensingId'])

/** 電子処方箋 — the CSV inside it, in base64, as it was written; whether a signature holds is asked elsewhere. */
export function readEprescription(bytes: Uint8Array): Found {
  const elements = [...descendantsOf(parseXml(bytes).root)].filter((node) => node.kind === 'element')
  const texts = elements.filter(({ localName }) => carriers.has(localName)).map(textIn)
  const number = elements.find(({ localName }) => numbers.has(localName))?.attributes[0]?.value
  return {
    facts: number === undefined ? {} : { number },
    text: texts.filter((text) => text !== undefined).join('\n'),
    unread: texts.includes(undefined) ? [{ code: 'part-no-text', facts: { part: 'PrescriptionDocument' } }] : [],
  }
}

const textIn = (element: XmlElement): string | undefined => decodeText(Buffer.from(textUnder(element), 'base64'))?.text
