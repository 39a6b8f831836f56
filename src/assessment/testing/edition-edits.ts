import type { Checklist, ChecklistItem, Edition, Requirement } from '@omamori/guideline'
import fc from 'fast-check'

// What a newer version of the data may do to an edition and a checklist, in any order and any number.

export const editKinds = [
  'retitled',
  'renumbered',
  'moved',
  'retired',
  'added',
  'split',
  'levelled',
  'applied-otherwise',
  'decided-otherwise',
] as const

export interface Edit {
  readonly kind: (typeof editKinds)[number]
  /** Which item, and where it goes; counted around. */
  readonly at: number
  readonly to: number
}

export const someEdits = fc.array(
  fc.record({ kind: fc.constantFrom(...editKinds), at: fc.nat(10_000), to: fc.nat(10_000) }),
  { minLength: 1, maxLength: 12 },
)

const retired = { since: '2027-03', reason: { ja: '別の項目にまとめた', en: 'Merged into another item' } }
const titleOf = (to: number) => ({ ja: `新しい題 ${to}`, en: `A new title ${to}` })
const numberOf = (to: number) => ({ text: `C.${to}`, confidence: 'seen' as const })

export function editedEdition(edition: Edition, edits: readonly Edit[]): Edition {
  const requirements = edits.reduce((now, edit) => editRequirements(now, edition.facts, edit), edition.requirements)
  return { ...edition, requirements }
}

function editRequirements(
  requirements: readonly Requirement[],
  facts: Edition['facts'],
  { kind, at, to }: Edit,
): readonly Requirement[] {
  const index = at % requirements.length
  const item = requirements[index]
  if (!item) return requirements
  const replaced = (changed: Partial<Requirement>) => requirements.with(index, { ...item, ...changed })
  switch (kind) {
    case 'retitled':
      return replaced({ title: titleOf(to), formerTitles: [...(item.formerTitles ?? []), item.title] })
    case 'renumbered':
      return replaced({ printedNumber: numberOf(to) })
    case 'moved':
      return requirements.toSpliced(index, 1).toSpliced(to % requirements.length, 0, item)
    case 'retired':
      return replaced({ retired })
    case 'added':
      return requirements.toSpliced(to % requirements.length, 0, newRequirement(item, requirements, to))
    case 'split':
      return split(requirements, index, item)
    case 'levelled':
      return replaced({ kind: item.kind === 'C' ? 'D' : 'C' })
    case 'applied-otherwise':
      return replaced({ appliesWhen: { fact: facts[to % facts.length]?.key ?? '' } })
    case 'decided-otherwise':
      return replaced({ checkable: (['auto', 'semi', 'attest'] as const)[to % 3] ?? 'attest' })
  }
}

function newRequirement(like: Requirement, among: readonly Requirement[], to: number): Requirement {
  const { parent: _, combine: __, retired: ___, ...rest } = like
  return { ...rest, id: freeId(among, '6.2.D'), title: titleOf(to) }
}

/** One item becomes the sum of two new ones; the word that was given stays under the old id. */
function split(requirements: readonly Requirement[], index: number, item: Requirement): readonly Requirement[] {
  if (item.parent !== undefined || item.retired) return requirements
  const first = { ...newRequirement(item, requirements, 1), parent: item.id }
  const second = { ...newRequirement(item, [...requirements, first], 2), parent: item.id }
  return requirements.with(index, { ...item, combine: 'all' }).toSpliced(index + 1, 0, first, second)
}

function freeId(among: readonly Requirement[], base: string): string {
  const taken = new Set(among.map(({ id }) => id))
  let number = 100
  while (taken.has(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}

export function editedChecklist(checklist: Checklist, edits: readonly Edit[]): Checklist {
  return { ...checklist, items: edits.reduce((now, edit) => editRows(now, checklist.topics, edit), checklist.items) }
}

function editRows(
  items: readonly ChecklistItem[],
  topics: Checklist['topics'],
  { kind, at, to }: Edit,
): readonly ChecklistItem[] {
  const index = at % items.length
  const item = items[index]
  if (!item) return items
  const replaced = (changed: Partial<ChecklistItem>) => items.with(index, { ...item, ...changed })
  switch (kind) {
    case 'retitled':
      return replaced({ ask: titleOf(to), formerAsks: [...(item.formerAsks ?? []), item.ask] })
    case 'renumbered':
      return replaced({ printedNumber: numberOf(to) })
    case 'moved':
      return items.toSpliced(index, 1).toSpliced(to % items.length, 0, item)
    case 'retired':
      return replaced({ retired })
    case 'added':
    case 'split':
      return items.toSpliced(to % items.length, 0, { ...item, id: freeRow(items), ask: titleOf(to) })
    case 'levelled':
      return replaced({ topic: topics[to % topics.length]?.number ?? item.topic })
    case 'applied-otherwise':
      return replaced({ sheets: to % 2 === 0 ? ['pharmacy'] : ['facility', 'supplier'] })
    case 'decided-otherwise':
      return replaced({ basis: { covers: 'none', requirements: [] } })
  }
}

/** Ids of rows are words: the letters of a number make one that nobody has. */
function freeRow(items: readonly ChecklistItem[]): string {
  const taken = new Set(items.map(({ id }) => id))
  let name = 'added-row'
  while (taken.has(name)) name += 'x'
  return name
}
