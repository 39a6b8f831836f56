import type { ContentType } from '../content.ts'

/** By the name of the root and the namespaces written on it; whether the document holds together is the reader's question. */
export function typeOfXml(text: string): ContentType {
  const start = afterProlog(text)
  if (/^<!DOCTYPE\s+(?!html)/i.test(start)) return 'xml'
  const root = /^<(?:[\w.-]+:)?([\w.-]+)((?:\s[^<>]*)?)>/.exec(start)
  if (!root) return 'text'
  const [, name = '', attributes = ''] = root
  if (name === 'ClinicalDocument' && attributes.includes('urn:hl7-org:v3')) return 'cda'
  if (name === 'Bundle' && attributes.includes('http://hl7.org/fhir')) return 'fhir-xml'
  if (name === 'Document' && /<(Prescription|Dispensing)Management[\s>]/.test(text)) return 'eprescription'
  return /^(html|HTML)$/.test(name) ? 'text' : 'xml'
}

/** The root's start tag must begin within this many comments and instructions. */
const mostBefore = 100

function afterProlog(text: string): string {
  let at = 0
  for (let passed = 0; passed < mostBefore; passed++) {
    while (/\s/.test(text.charAt(at))) at++
    const closing = text.startsWith('<?', at) ? '?>' : text.startsWith('<!--', at) ? '-->' : null
    const end = closing === null ? -1 : text.indexOf(closing, at)
    if (closing === null || end < 0) break
    at = end + closing.length
  }
  return text.slice(at)
}
