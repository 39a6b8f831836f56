import { parseXml, textUnder, type XmlElement } from '@omamori/signature'
import { type FhirNode, fhirOfJson, fhirOfXml, listOf, nodeOf, textOf } from '../hl7/fhir-tree.ts'
import { narrativeIn } from '../hl7/read-fhir.ts'
import { at, children } from '../xml/find.ts'
import { narrativeOf } from '../xml/narrative.ts'
import type { Section } from './preview.ts'

/** A document has some twenty; nested ones count each. */
const mostSections = 1_000

interface Sections {
  readonly title: string | null
  readonly sections: readonly Section[]
}

export const sectionsOfCda = (bytes: Uint8Array): Sections => {
  const { root } = parseXml(bytes)
  const title = at(root, 'title')
  const parts = children(at(root, 'component', 'structuredBody'), 'component')
  return { title: title ? textUnder(title).trim() : null, sections: within(parts.flatMap(cdaSection)) }
}

/** A component with the sections inside it, in order; the XML reader's depth is its bound. */
function cdaSection(component: XmlElement): readonly Section[] {
  return children(component, 'section').flatMap((section) => {
    const [title, text] = [at(section, 'title'), at(section, 'text')]
    const own = { title: title ? textUnder(title).trim() : null, lines: linesOf(text ? narrativeOf(text) : '') }
    return [own, ...children(section, 'component').flatMap(cdaSection)]
  })
}

export const sectionsOfFhirJson = (bytes: Uint8Array): Sections | null => sectionsOfFhir(fhirOfJson(bytes))
export const sectionsOfFhirXml = (bytes: Uint8Array): Sections | null => sectionsOfFhir(fhirOfXml(bytes))

/** null: a bundle without a Composition is no document. */
function sectionsOfFhir(root: FhirNode): Sections | null {
  const resources = listOf(root.entry).map((entry) => nodeOf(nodeOf(entry).resource))
  const composition = resources.find(({ resourceType }) => resourceType === 'Composition')
  if (!composition) return null
  return { title: textOf(composition.title), sections: within(listOf(composition.section).flatMap(fhirSection)) }
}

function fhirSection(value: unknown): readonly Section[] {
  const section = nodeOf(value)
  const div = textOf(nodeOf(section.text).div) ?? ''
  return [
    { title: textOf(section.title), lines: linesOf(narrativeIn(div)) },
    ...listOf(section.section).flatMap(fhirSection),
  ]
}

const within = (sections: readonly Section[]): readonly Section[] => sections.slice(0, mostSections)

const linesOf = (text: string): Section['lines'] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()))
