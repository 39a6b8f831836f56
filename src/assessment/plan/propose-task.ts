import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import type { OpenTaskRequest } from '#task/contract'
import type { Gap, Language } from '../contract.ts'
import { itemOf } from '../responsible.ts'
import { sayDecision } from '../words/say.ts'
import { proposedDue } from './due-rule.ts'
import { sourceOf } from './source.ts'
import { sayConsequence } from './words/consequence.ts'

interface Around {
  readonly facility: Facility
  readonly today: Day
  readonly language: Language
  /** The edition's question, where the step is to answer it. */
  readonly questionOf: (fact: string) => string
}

/**
 * 用件の下書き — a task for one gap or for several, filled in as far as the registry knows: the heaviest names the step, the
 * person, the supplier and the day. Everything may be changed afterwards.
 */
export function proposeTask(gaps: readonly [Gap, ...(readonly Gap[])], around: Around): OpenTaskRequest {
  const [first] = gaps.toSorted((a, b) => b.weight - a.weight) as [Gap]
  const { facility, today, language } = around
  const { about } = first
  const ownerId = ownerFor(facility, first)
  const supplierId = supplierFor(facility, first)
  return {
    title: shortened(sayStep(first, around)),
    sources: gaps.map(({ requirementId }) => sourceOf(requirementId)),
    ...(about ? { about: { kind: about.kind, id: about.id, ...(about.field ? { field: about.field } : {}) } } : {}),
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(supplierId === undefined ? {} : { supplierId }),
    dueOn: proposedDue(first.weight, today),
    ifNotDone: sayConsequence(first.requirementId, language),
  }
}

// A line of the list and of the paper.
const TITLE_LENGTH = 200

function shortened(text: string): string {
  const letters = [...text]
  return letters.length > TITLE_LENGTH ? `${letters.slice(0, TITLE_LENGTH - 1).join('')}…` : text
}

function sayStep({ action }: Gap, { language, questionOf }: Around): string {
  const { fact } = action.facts
  const facts = typeof fact === 'string' ? { ...action.facts, question: questionOf(fact) } : action.facts
  return sayDecision({ code: action.code, facts }, language)
}

/** The person in charge of the thing; where nobody is, who holds the post of the safety manager. Never one who left. */
function ownerFor(facility: Facility, { about }: Gap): string | undefined {
  const item = itemOf(facility, about)
  const named = item && 'ownerId' in item ? item.ownerId : undefined
  const here = facility.persons?.filter(({ state }) => state !== 'left') ?? []
  const owner = here.find(({ id }) => id === named) ?? here.find(({ posts }) => posts?.includes('safety-manager'))
  return owner?.id
}

function supplierFor(facility: Facility, { about }: Gap): string | undefined {
  const item = itemOf(facility, about)
  const named = about?.kind === 'supplier' ? about.id : item && 'supplierId' in item ? item.supplierId : undefined
  return facility.suppliers?.find(({ id }) => id === named)?.id
}
