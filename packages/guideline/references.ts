import { factsIn } from './applicability.ts'
import type { Checklist } from './checklist.ts'
import type { Edition, Requirement } from './edition.ts'
import type { DataIssue } from './unusable-data.ts'

/** Names everything in an edition that leads nowhere or in a circle: a judgement of such data would not end well. */
export function brokenReferences(edition: Edition): readonly DataIssue[] {
  const { requirements } = edition
  const ids = new Map(requirements.map((item) => [item.id, item]))
  const sections = new Set(edition.chapters.flatMap((chapter) => chapter.sections.map(({ id }) => id)))
  const facts = new Set(edition.facts.map(({ key }) => key))
  const kinds = new Set(edition.evidenceKinds.map(({ key }) => key))
  const broken = requirements.flatMap((item): readonly (readonly [string, string])[] => [
    ...missing([item.section], sections).map((at) => [item.id, at] as const),
    ...missing(item.parent === undefined ? [] : [item.parent], ids).map((at) => [item.id, at] as const),
    ...missing(factsIn(item.appliesWhen), facts).map((at) => [item.id, at] as const),
    ...missing(item.evidenceKinds, kinds).map((at) => [item.id, at] as const),
    ...missing(item.retired?.replacedBy ?? [], ids).map((at) => [item.id, at] as const),
    ...(isItsOwnParent(item, ids) ? [[item.id, item.parent ?? ''] as const] : []),
  ])
  const choices = edition.alternatives.flatMap(({ of }) => missing(of, ids).map((at) => ['alternatives', at] as const))
  return [...broken, ...choices].map(([id, at]) => ({ kind: 'unresolved', id, at }))
}

/** What a checklist's rows name and the edition they are mapped to does not have. */
export function brokenRows({ items, topics }: Checklist, edition: Edition): readonly DataIssue[] {
  const ids = new Set(edition.requirements.map(({ id }) => id))
  const numbers = new Set(topics.map(({ number }) => number))
  return items.flatMap(({ id, basis, seeAlso, topic }) =>
    [...missing([...basis.requirements.map((one) => one.id), ...seeAlso], ids), ...missing([topic], numbers)].map(
      (at): DataIssue => ({ kind: 'unresolved', id, at }),
    ),
  )
}

function missing(wanted: readonly string[], known: { has(id: string): boolean }): readonly string[] {
  return wanted.filter((id) => !known.has(id))
}

/** Following the parents of an item comes to an end, unless it comes back to where it was. */
function isItsOwnParent(item: Requirement, ids: ReadonlyMap<string, Requirement>): boolean {
  const passed = new Set<string>()
  for (let at: Requirement | undefined = item; at; at = ids.get(at.parent ?? '')) {
    if (passed.has(at.id)) return true
    passed.add(at.id)
  }
  return false
}
