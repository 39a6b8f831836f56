import { type Caller, demand } from '#access'
import type { JournalFilter } from '#journal'
import { addDays, type Day, startOf } from '#shared'
import { checkPeriod } from './check-review.ts'
import { type Ground, malformed, scopeOf } from './ground.ts'
import { type LookCode, lookCodes, lookQuestions } from './look-lines.ts'
import { accountsOfPersons } from './store.ts'
import type { LookLine, LookView } from './wire.ts'

export interface Period {
  readonly fromOn: Day
  readonly untilOn: Day
}

type Question = Omit<LookLine, 'count'>

/** 確かめるところ — what of our own journal deserves a look, with the number of entries that the journal then shows. */
export async function lookThrough(ground: Ground, caller: Caller, period: Period): Promise<LookView> {
  demand(caller, 'log-review.read')
  demand(caller, 'journal.read')
  const [wrong] = checkPeriod(period)
  if (wrong) throw malformed(wrong)
  return countLines(ground, caller, period)
}

/** The same for whoever asked for the right already. */
export async function countLines(ground: Ground, caller: Caller, period: Period): Promise<LookView> {
  const scope = scopeOf(caller)
  const { persons = [] } = await ground.registry.loadFacility(scope)
  const gone = new Map(persons.filter(({ state }) => state === 'left').map((person) => [person.id, person]))
  const accounts = await ground.storage.read(scope, accountsOfPersons)
  const leavers = accounts.flatMap(({ accountId, name, personId }): readonly Leaver[] => {
    const person = gone.get(personId)
    return person ? [{ accountId, name, leftOn: person.leftOn }] : []
  })
  const lines: LookLine[] = []
  let unreadable = 0
  // One after the other: each reads the rows it needs, and other requests have their turn between them.
  for (const question of questionsOf(period, leavers)) {
    const found = await ground.journal.count(scope, filterOf(question.filter))
    lines.push({ ...question, count: found.entries })
    unreadable = Math.max(unreadable, found.unreadable)
  }
  return { ...period, lines, unreadable }
}

interface Leaver {
  readonly accountId: string
  readonly name: string
  readonly leftOn?: Day
}

/** Every question of the period; of those who left, one for each account that was theirs. */
export function questionsOf({ fromOn, untilOn }: Period, leavers: readonly Leaver[]): readonly Question[] {
  return lookCodes.flatMap((code): readonly Question[] => {
    if (code !== 'left') return [{ code, filter: { ...askedOf(code), fromOn, untilOn } }]
    return leavers.flatMap((person) => {
      // The day of leaving is still a day at work; what nobody recorded covers the whole period.
      const after = person.leftOn === undefined ? fromOn : addDays(person.leftOn, 1)
      const from = after > fromOn ? after : fromOn
      return from > untilOn ? [] : [{ code, person, filter: { actorId: person.accountId, fromOn: from, untilOn } }]
    })
  })
}

function askedOf(code: Exclude<LookCode, 'left'>): Pick<Question['filter'], 'act' | 'outcome'> {
  const { acts, ...more } = lookQuestions[code]
  return { act: acts.join(), ...more }
}

/** Days in Japan, the last one included, as the journal takes them. */
export function filterOf({ fromOn, untilOn, ...asked }: LookLine['filter']): JournalFilter {
  return { ...asked, from: startOf(fromOn), until: startOf(addDays(untilOn, 1)) }
}
