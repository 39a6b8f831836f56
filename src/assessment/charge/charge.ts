import type { Edition } from '@omamori/guideline'
import { type AnyItem, type Facility, type Item, type ItemKindName, itemKinds } from '#registry/contract'
import { isClosed } from '#task/contract'
import type { Assessment, FactReference, Language } from '../contract.ts'
import type { PlanRow } from '../plan/plan-rows.ts'
import { sayAction, sayFinding, sayReason } from '../words/say.ts'
import { type Shortfall, shortfallsOf } from './shortfalls.ts'
import type { ChargeView } from './wire.ts'
import { others } from './words/others.ts'

type Person = Item<'person'>

interface Around {
  readonly facility: Facility
  readonly assessment: Assessment
  readonly edition: Edition
  readonly language: Language
  /** Whether the reader may see how the facility stands; those who only do their tasks may not. */
  readonly assessed: boolean
  readonly rows: readonly PlanRow[]
}

/** 担当票 — what falls to one person. What is in nobody's charge is the safety manager's, as everywhere. */
export function chargeOf(person: Person, around: Around): ChargeView {
  const { facility, assessment, assessed, rows } = around
  const own = assessed ? shortfallsOf(assessment, facility, [person.id]) : []
  const shown = (wanted: Shortfall['state']) =>
    alike(own.filter(({ state }) => state === wanted)).map((same) => presentShortfall(same, around))
  const count = (wanted: Shortfall['state']) =>
    new Set(own.filter(({ state }) => state === wanted).map(({ requirementId }) => requirementId)).size
  return {
    person: { id: person.id, name: person.name },
    posts: [...(person.posts ?? [])],
    things: assessed ? thingsOf(facility, person.id) : [],
    notMet: shown('not-met'),
    unknown: shown('unknown'),
    counts: { 'not-met': count('not-met'), unknown: count('unknown') },
    tasks: tasksOf(person, rows),
  }
}

type Alike = readonly [Shortfall, ...(readonly Shortfall[])]

/** Forty systems of which the same is not known are one line with forty names. */
function alike(shortfalls: readonly Shortfall[]): readonly Alike[] {
  const same = Map.groupBy(shortfalls, ({ requirementId, finding, about, action }) =>
    JSON.stringify([requirementId, finding?.code, about?.kind, about?.field, action.code]),
  )
  return [...same.values()].flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
}

function presentShortfall(same: Alike, { edition, language }: Around): ChargeView['notMet'][number] {
  const [{ requirementId, finding, reason, action }] = same
  const { fact } = action.facts
  const question = edition.facts.find(({ key }) => key === fact)?.question[language]
  const facts = question === undefined ? action.facts : { ...action.facts, question }
  const about = distinct(same.flatMap((one) => one.about ?? []))
  const suppliers = new Set(same.map((one) => one.action.facts.supplier))
  const more = about.length > 1 ? others[suppliers.size > 1 ? 'apart' : 'alike'][language] : ''
  return {
    ...{ requirementId, about },
    title: edition.requirements.find(({ id }) => id === requirementId)?.title[language] ?? requirementId,
    sentence: finding ? sayFinding(finding, language) : reason ? sayReason(reason, language) : '',
    toDo: [sayAction({ ...action, facts }, language), more].join(language === 'ja' ? '' : ' ').trim(),
  }
}

function distinct(things: readonly FactReference[]): FactReference[] {
  return [...new Map(things.map((thing) => [`${thing.kind} ${thing.id}`, thing])).values()]
}

/** Those who work here: who left is in charge of nothing, and a supplier's people get question sheets instead. */
export function staffOf({ persons = [] }: Facility): readonly Person[] {
  return persons.filter(({ state, posts = [] }) => state !== 'left' && !posts.includes('supplier'))
}

/** Somebody who has nothing to look after and nothing to do gets no sheet when all are printed. */
export const hasSomething = ({ things, notMet, unknown, tasks }: ChargeView) =>
  [things, notMet, unknown, tasks].some((list) => list.length > 0)

function thingsOf(facility: Facility, personId: string): ChargeView['things'] {
  return (Object.keys(itemKinds) as readonly ItemKindName[]).flatMap((kind) => {
    const { member, single } = itemKinds[kind]
    const items = single ? [] : ((facility[member as keyof Facility] ?? []) as readonly AnyItem[])
    return items
      .filter((item) => 'ownerId' in item && item.ownerId === personId)
      .map(({ id, name }) => ({ kind, id, name }))
  })
}

const LAST_DAY = '9999-12-31'

function tasksOf(person: Person, rows: readonly PlanRow[]): ChargeView['tasks'] {
  return rows
    .filter(({ task }) => task.ownerId === person.id && !isClosed(task.state))
    .toSorted((a, b) => b.daysLate - a.daysLate || dayOf(a) - dayOf(b) || b.weight - a.weight)
    .map(({ task: { taskId, title, state, dueOn }, supplier, daysLate }) => ({
      ...{ taskId, title, state, daysLate },
      ...(dueOn === undefined ? {} : { dueOn }),
      ...(supplier ? { supplier } : {}),
    }))
}

/** A task without a due day waits behind all others. */
const dayOf = ({ task }: PlanRow) => Number((task.dueOn ?? LAST_DAY).replaceAll('-', ''))
