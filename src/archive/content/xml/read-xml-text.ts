import { parseXml } from '@omamori/signature'
import type { Found } from '../content.ts'
import { narrativeOf } from './narrative.ts'

/** XML of a vocabulary that we do not know: its words, and the name of its root. */
export function readXmlText(bytes: Uint8Array): Found {
  const { root } = parseXml(bytes)
  return { facts: { root: root.localName }, text: narrativeOf(root) }
}
