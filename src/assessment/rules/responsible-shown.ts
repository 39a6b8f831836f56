import { type Facility, type Item, type ItemKindName, NOBODY } from '#registry/contract'
import type { Day } from '#shared'
import type { Finding } from '../contract.ts'
import { checkDocument } from './document.ts'
import { notRecorded, referenceTo, type Voice, voiceOf } from './rule.ts'

type Thing = Item<'system'> | Item<'server'> | Item<'device'>
type Paper = Item<'document'>

/**
 * 6.2.C-7 — a current diagram of the whole and a current list of responsible persons exist, and every system, server
 * and network device is on the diagram, with its owner and the supplier that installed it.
 */
export function checkResponsibleShown(facility: Facility, on: Day): readonly Finding[] {
  const papers = facility.documents ?? []
  const diagrams = papers.filter(({ kind }) => kind === 'network-diagram' || kind === 'system-diagram')
  const lists = papers.filter(({ kind }) => kind === 'responsible-list')
  const things = thingsOf(facility)
  return [
    checkDocument('diagram', diagrams, 'diagramReviewDays', facility, on),
    checkDocument('responsible-list', lists, 'diagramReviewDays', facility, on),
    ...(things.some(([kind]) => kind === 'system') ? [] : [notRecorded('system')]),
    ...things.flatMap(([kind, thing]) => {
      const says = voiceOf(kind, thing)
      return [
        checkOwner(thing, says, facility),
        checkSupplier(thing, says, facility),
        checkShown(thing, says, diagrams),
      ]
    }),
  ]
}

function thingsOf(facility: Facility): readonly (readonly [ItemKindName, Thing])[] {
  const devices = (facility.devices ?? []).filter(({ state }) => state !== 'retired')
  return [
    ...(facility.systems ?? []).map((item) => ['system', item] as const),
    ...(facility.servers ?? []).map((item) => ['server', item] as const),
    ...devices.map((item) => ['device', item] as const),
  ]
}

function checkOwner({ ownerId }: Thing, says: Voice, facility: Facility): Finding {
  if (ownerId === undefined) return says.missing('ownerId')
  if (ownerId === NOBODY) return says.notMet('ownerId', 'owner-none')
  const owner = facility.persons?.find(({ id }) => id === ownerId)
  if (!owner) return says.unknown('ownerId', 'reference-unknown', { target: ownerId })
  const person = referenceTo('person', owner, 'state')
  if (owner.state === undefined) return { state: 'unknown', code: 'missing', about: person, facts: {} }
  if (owner.state === 'left') return says.notMet('ownerId', 'owner-left', { owner: owner.name }, [person])
  return says.met('ownerId', 'owner-known', { owner: owner.name }, [person])
}

function checkSupplier({ supplierId }: Thing, says: Voice, facility: Facility): Finding {
  if (supplierId === undefined) return says.missing('supplierId')
  const supplier = facility.suppliers?.find(({ id }) => id === supplierId)
  if (!supplier) return says.unknown('supplierId', 'reference-unknown', { target: supplierId })
  return says.met('supplierId', 'supplier-known', { supplier: supplier.name })
}

/** A thing is known to be missing from the diagram only when somebody said that the diagram does not show everything. */
function checkShown(thing: Thing, says: Voice, diagrams: readonly Paper[]): Finding {
  const diagram = diagrams.find(({ coversAll, covers }) => coversAll || covers?.includes(thing.id))
  if (diagram) {
    const paper = referenceTo('document', diagram, diagram.coversAll ? 'coversAll' : 'covers')
    return says.met('', 'on-diagram', { diagram: diagram.name }, [paper])
  }
  const allPartial = diagrams.length > 0 && diagrams.every(({ coversAll }) => coversAll === false)
  return allPartial ? says.notMet('', 'not-on-diagram') : says.unknown('', 'diagram-unknown')
}
