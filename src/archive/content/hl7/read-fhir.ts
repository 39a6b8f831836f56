import { Malformed, parseXml, readOr } from '@omamori/signature'
import type { Found } from '../content.ts'
import { narrativeOf } from '../xml/narrative.ts'
import { type FhirNode, fhirOfJson, fhirOfXml, listOf, nodeOf, textOf } from './fhir-tree.ts'

export const readFhirJson = (bytes: Uint8Array): Found => readFhir(fhirOfJson(bytes))
export const readFhirXml = (bytes: Uint8Array): Found => readFhir(fhirOfXml(bytes))

/** HL7 FHIR R4 — a bundle, or one resource. In a document the Composition says what it is. */
function readFhir(root: FhirNode): Found {
  const type = textOf(root.resourceType)
  if (type === null) throw new Malformed('fhir-no-resource-type')
  const resources = type === 'Bundle' ? listOf(root.entry).map((entry) => nodeOf(nodeOf(entry).resource)) : [root]
  const composition = resources.find(({ resourceType }) => resourceType === 'Composition')
  const patient = resources.find(({ resourceType }) => resourceType === 'Patient')
  return {
    title: textOf(composition?.title),
    documentType: conceptOf(composition?.type),
    date: textOf(composition?.date) ?? textOf(root.timestamp),
    patient: patient ? patientOf(patient) : null,
    facts: { resource: type, ...(textOf(root.type) ? { bundle: String(root.type) } : {}), resources: resources.length },
    text: wordsIn(root).join('\n'),
    unread: [],
  }
}

const conceptOf = (value: unknown): string | null =>
  textOf(nodeOf(value).text) ?? textOf(nodeOf(listOf(nodeOf(value).coding)[0]).display)

function patientOf(patient: FhirNode): Found['patient'] {
  const names = listOf(patient.name).map((value) => {
    const name = nodeOf(value)
    return textOf(name.text) ?? [name.family, ...listOf(name.given)].filter((part) => textOf(part) !== null).join(' ')
  })
  return {
    id: textOf(nodeOf(listOf(patient.identifier)[0]).value),
    name: names.filter((name) => name !== '').join(' / ') || null,
    bornOn: textOf(patient.birthDate),
  }
}

/** Fields written for people; codes, addresses of systems and references are not. */
const forPeople = new Set(
  [
    'text',
    'display',
    'title',
    'div',
    'valueString',
    'family',
    'given',
    'description',
    'conclusion',
    'note',
    'comment',
  ].concat(['line', 'city', 'patientInstruction', 'value', 'unit', 'name', 'date', 'effectiveDateTime']),
)

/** In the order in which they stand, without calling itself, each once. */
function wordsIn(root: FhirNode): readonly string[] {
  const words = new Set<string>()
  const waiting: [string, unknown][] = [['', root]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [name, value] = next
    if (typeof value === 'object' && value !== null) {
      const inside = Array.isArray(value) ? value.map((one): [string, unknown] => [name, one]) : Object.entries(value)
      for (const one of inside.reverse()) waiting.push(one)
    } else if ((typeof value === 'string' || typeof value === 'number') && forPeople.has(name)) {
      words.add(name === 'div' ? narrativeIn(String(value)) : String(value))
    }
  }
  return [...words].filter((word) => word.trim() !== '')
}

/** In JSON the narrative is XHTML as text; where it is no XML, its marks are left out. */
export const narrativeIn = (div: string): string =>
  readOr(div.replaceAll(/<[^<>]*>/g, ' '), () =>
    div.trimStart().startsWith('<') ? narrativeOf(parseXml(div).root) : div,
  )
