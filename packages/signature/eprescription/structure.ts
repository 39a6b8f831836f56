import { childrenOf, is, isElement, type XmlElement } from '../xml/tree.ts'

/** 電子処方箋の種類 — what the file is, as the matrix of documents and roles names it. */
export type EprescriptionKind = 'prescription' | 'dispensed-prescription'

/** Whose signature it is: by the element it stands in, not by its Id, which its author chose. */
export type SignaturePlace = 'PrescriptionSign' | 'DispensingSign'

/** The file's parts, each found along the one path on which it belongs. */
export interface EprescriptionStructure {
  readonly kind: EprescriptionKind
  /** Where a signature belongs, and the one element that it must cover there. */
  readonly places: readonly {
    readonly place: SignaturePlace
    readonly holder: XmlElement
    readonly signed: XmlElement
  }[]
  /** Signatures that the kind of file needs and that have no place in it. */
  readonly missing: readonly SignaturePlace[]
}

/** null: the file is no e-prescription and no dispensing result. Elements of both have no namespace. */
export function structureOf(root: XmlElement): EprescriptionStructure | null {
  if (!is(root, '', 'Document')) return null
  const [dispensing] = childrenOf(root, '', 'Dispensing')
  const [prescription] = childrenOf(root, '', 'Prescription')
  if (dispensing) {
    const places = [...placesOf(root, 'DispensingSign', 'Dispensing'), ...prescriptionsIn(dispensing)]
    return {
      kind: 'dispensed-prescription',
      places,
      missing: missingOf(places, ['PrescriptionSign', 'DispensingSign']),
    }
  }
  if (!prescription) return null
  const places = placesOf(prescription, 'PrescriptionSign', 'PrescriptionDocument')
  return { kind: 'prescription', places, missing: missingOf(places, ['PrescriptionSign']) }
}

type Places = EprescriptionStructure['places']

/** Both must stand there exactly once: of two, a reader might show one and the signature cover the other. */
function placesOf(parent: XmlElement, place: SignaturePlace, name: string): Places {
  const holders = childrenOf(parent, '', place)
  const [signed, second] = childrenOf(parent, '', name)
  const [holder, another] = holders
  return holder && signed && !second && !another ? [{ place, holder, signed }] : []
}

/** The prescription that was dispensed, inside ReferencePrescription, with or without an element of its own around it. */
function prescriptionsIn(dispensing: XmlElement): Places {
  const references = childrenOf(dispensing, '', 'ReferencePrescription')
  const parents = references.flatMap((one) => [one, ...childrenOf(one, '', 'Prescription')])
  const found = parents.flatMap((parent) => placesOf(parent, 'PrescriptionSign', 'PrescriptionDocument'))
  return found.length === 1 ? found : []
}

const missingOf = (places: Places, needed: readonly SignaturePlace[]): readonly SignaturePlace[] =>
  needed.filter((place) => !places.some((one) => one.place === place && one.holder.children.some(isElement)))

/** The place that a signature stands in, directly; null for a signature anywhere else. */
export const placeOf = ({ places }: EprescriptionStructure, signature: XmlElement): Places[number] | null =>
  places.find(({ holder }) => signature.parent === holder && holder.children.filter(isElement).length === 1) ?? null
