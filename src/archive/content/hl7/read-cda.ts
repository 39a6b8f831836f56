import { isElement, parseXml, textUnder, type XmlElement } from '@omamori/signature'
import type { Found } from '../content.ts'
import { at, attribute, children } from '../xml/find.ts'
import { narrativeOf } from '../xml/narrative.ts'

/** HL7 CDA R2 — title, kind, patient and the words of its sections. */
export function readCda(bytes: Uint8Array): Found {
  const { root } = parseXml(bytes)
  const body = at(root, 'component')
  const attached = at(body, 'nonXMLBody') !== undefined
  return {
    title: wordsOf(at(root, 'title')),
    documentType: attribute(at(root, 'code'), 'displayName'),
    date: attribute(at(root, 'effectiveTime'), 'value'),
    patient: patientOf(at(root, 'recordTarget', 'patientRole')),
    text: [wordsOf(at(root, 'title')), ...peopleIn(root), body && !attached ? narrativeOf(body) : null]
      .filter((words) => words !== null)
      .join('\n'),
    unread: attached ? [{ code: 'attachment-inside', facts: {} }] : [],
  }
}

function patientOf(role: XmlElement | undefined): Found['patient'] {
  if (!role) return null
  const patient = at(role, 'patient')
  const names = children(patient, 'name').map(nameOf)
  return {
    id: attribute(at(role, 'id'), 'extension'),
    name: names.join(' / ') || null,
    bornOn: attribute(at(patient, 'birthTime'), 'value'),
  }
}

function peopleIn(root: XmlElement): readonly string[] {
  const author = at(root, 'author', 'assignedAuthor')
  const role = at(root, 'recordTarget', 'patientRole')
  const names = [...children(at(role, 'patient'), 'name'), ...children(at(author, 'assignedPerson'), 'name')]
  const places = [at(author, 'representedOrganization', 'name')].map((place) => wordsOf(place))
  return [attribute(at(role, 'id'), 'extension'), ...names.map(nameOf), ...places].filter((one) => one !== null)
}

/** Family and given name apart, or one text. */
const nameOf = (name: XmlElement): string =>
  name.children
    .filter(isElement)
    .map((part) => textUnder(part).trim())
    .join(' ') || textUnder(name).trim()

const wordsOf = (element: XmlElement | undefined): string | null => (element && textUnder(element).trim()) || null
