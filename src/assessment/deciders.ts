import type { Edition, Requirement } from '@omamori/guideline'
import { laterRoomOf, type Room } from './later-rooms.ts'
import { looks } from './looks/index.ts'
import { rules } from './rules/index.ts'

/**
 * 判定のしかた — how a requirement is decided: by a rule alone, by a rule that proposes and a person who confirms, by a
 * person alone, by its sub-items, by a room of Omamori that speaks for what lies in it and a person who answers for the rest, or by a room that is not there yet. `later` names the room that will one
 * day look for itself where now a person has to say it.
 */
export type Decider =
  | { readonly by: 'rule' }
  | { readonly by: 'rule-and-person' }
  | { readonly by: 'room-and-person' }
  | { readonly by: 'children' }
  | { readonly by: 'person'; readonly later?: Room }
  | { readonly by: 'another-part'; readonly later?: Room }

/** What decides a requirement, from the rules there are. The judgement and the table of deciders ask the same question. */
export function deciderOf({ id, combine, checkable }: Requirement): Decider {
  const isMechanical = checkable === 'auto'
  if (rules[id]) return { by: isMechanical ? 'rule' : 'rule-and-person' }
  if (combine) return { by: 'children' }
  if (looks[id]) return { by: 'room-and-person' }
  return { by: isMechanical ? 'another-part' : 'person', later: laterRoomOf(id) }
}

/** How many requirements are decided in each way. */
export function countDeciders({ requirements }: Edition): Readonly<Record<Decider['by'], number>> {
  const ways = requirements.map((requirement) => deciderOf(requirement).by)
  const of = (by: Decider['by']) => ways.filter((way) => way === by).length
  return {
    rule: of('rule'),
    'rule-and-person': of('rule-and-person'),
    'room-and-person': of('room-and-person'),
    children: of('children'),
    person: of('person'),
    'another-part': of('another-part'),
  }
}
