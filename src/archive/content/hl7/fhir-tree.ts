import { isElement, Malformed, parseXml, type XmlElement } from '@omamori/signature'
import { attribute } from '../xml/find.ts'
import { narrativeOf } from '../xml/narrative.ts'

/** A FHIR resource as JSON has it. */
export type FhirNode = { readonly [name: string]: unknown }

/** FHIR documents stay below thirty; the runtime's own reader would follow a million. */
const deepest = 128

export function fhirOfJson(bytes: Uint8Array): FhirNode {
  const text = decodeUtf8(bytes)
  refuseDeep(text)
  try {
    return nodeOf(JSON.parse(text))
  } catch {
    throw new Malformed('json-damaged')
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Malformed('json-not-utf-8')
  }
}

function refuseDeep(text: string): void {
  let [depth, inString] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (inString) {
      if (letter === '\\') at++
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') depth++
    else if (letter === '}' || letter === ']') depth--
    if (depth > deepest) throw new Malformed('json-too-deep', { limit: deepest })
  }
}

/** The XML form: values stand in attributes, a resource within another under an element of its own, repetitions side by side. */
export function fhirOfXml(bytes: Uint8Array): FhirNode {
  const { root } = parseXml(bytes)
  return resourceOf(root)
}

const resourceOf = (element: XmlElement): FhirNode => ({
  resourceType: element.localName,
  ...nodeOf(contentOf(element)),
})

/** Calls itself: the XML reader's own depth is its bound. */
function contentOf(element: XmlElement): unknown {
  const inside = element.children.filter(isElement)
  if (element.localName === 'div') return narrativeOf(element)
  if (inside.length === 0) return attribute(element, 'value')
  const node: Record<string, unknown> = Object.create(null)
  for (const child of inside) {
    const [only] = child.children.filter(isElement)
    const isHolder = child.localName === 'resource' || child.localName === 'contained'
    const value = isHolder && only ? resourceOf(only) : contentOf(child)
    const before = node[child.localName]
    if (before === undefined) node[child.localName] = value
    else if (Array.isArray(before)) before.push(value)
    else node[child.localName] = [before, value]
  }
  return node
}

export const nodeOf = (value: unknown): FhirNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as FhirNode) : {}

/** One or many, as either form writes them. */
export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]

export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
