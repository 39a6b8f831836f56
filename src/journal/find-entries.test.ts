import { expect, it } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import type { EntryView, JournalFilter } from './contract.ts'
import type { Journal } from './journal.ts'
import { placesBytes, placesIn } from './search-block.ts'
import { journalOn } from './testing.ts'

const clinic = { facilityId: 'mihon-clinic' }
const acts = ['registry.changed', 'registry.viewed', 'session.signed-in', 'session.signed-out', 'sessions.counted']
const dayOf = (number: number) => `2026-11-${String(1 + Math.floor(number / 30)).padStart(2, '0')}T00:00:00.000Z`

const filters: readonly JournalFilter[] = [
  {},
  { act: 'session.' },
  { act: 'registry.viewed' },
  { actorId: 'account-3' },
  { subjectId: 't-17' },
  { subjectKind: 'terminal' },
  { subjectKind: 'server', act: 'registry.' },
  { actorId: 'account-1', act: 'session.signed-in', subjectKind: 'terminal' },
  { from: dayOf(300) },
  { until: dayOf(270) },
  { from: dayOf(60), until: dayOf(120) },
  { from: dayOf(60), until: dayOf(560), actorId: 'account-2' },
  { actorId: 'nobody' },
  { act: 'session.signed-in,registry.viewed' },
  { act: 'session.,registry.viewed,nothing.such', from: dayOf(60), until: dayOf(560) },
  { act: 'registry.changed,session.', actorId: 'account-3', subjectKind: 'terminal' },
  { act: 'session.signed-out', outcome: 'failed' },
  { outcome: 'failed', from: dayOf(60) },
]

async function leafed(journal: Journal, filter: JournalFilter, limit: number): Promise<readonly EntryView[]> {
  const found: EntryView[] = []
  for (let after: string | undefined; ; ) {
    const page = await journal.entries(clinic, filter, { limit, after })
    found.push(...page.entries)
    after = page.next
    if (after === undefined) return found
  }
}

const fits = ({ act, actor, subject, at, outcome = 'done' }: EntryView, filter: JournalFilter) =>
  (filter.act?.split(',').some((asked) => (asked.endsWith('.') ? act.startsWith(asked) : act === asked)) ?? true) &&
  (filter.outcome ?? outcome) === outcome &&
  (filter.actorId ?? actor.id) === actor.id &&
  (filter.subjectKind ?? subject.kind) === subject.kind &&
  (filter.subjectId ?? subject.id) === subject.id &&
  at >= (filter.from ?? '') &&
  at < (filter.until ?? '9')

eachEngine('the journal searched', (open) => {
  it('gives exactly what fits, newest first, over several blocks and what has no block yet', async () => {
    const storage = await open()
    const { journal, clock } = journalOn(storage)
    for (let number = 0; number < 600; number += 30) {
      clock.set(dayOf(number))
      await storage.write(clinic, async (change) => {
        for (let one = number; one < number + 30; one += 1) {
          await journal.append(change, {
            act: acts[one % acts.length] ?? '',
            actor: { kind: 'account', id: `account-${one % 7}` },
            ...(one % 11 === 0 && { outcome: 'failed' }),
            subject: { kind: one % 3 === 0 ? 'server' : 'terminal', id: `t-${one % 40}` },
          })
        }
      })
    }
    const blocks = await storage.read(clinic, (db) => db.selectFrom('log_block').select('block').execute())
    expect(blocks).toHaveLength(2)
    const all = await leafed(journal, {}, 200)
    expect(all.map(({ index }) => index)).toEqual(Array.from({ length: 601 }, (_, i) => 600 - i))
    for (const filter of filters) {
      const expected = all.filter((view) => fits(view, filter))
      expect(await leafed(journal, filter, 17), JSON.stringify(filter)).toEqual(expected)
      expect(await journal.count(clinic, filter)).toEqual({ entries: expected.length, unreadable: 0 })
    }
  })

  it('counts and shows any of several acts exactly, also where more blocks are asked than are looked up at once', async () => {
    const storage = await open()
    const { journal } = journalOn(storage)
    // 40 blocks. One of two acts is missing in the newest, so that the rows that are fetched end in the middle of a block.
    const total = 40 * 256
    const actOf = (number: number) => {
      if (number === 7) return 'task.opened'
      if (number % 200 === 1 && number < 39 * 256) return 'account.created'
      return number % 100 === 0 ? 'session.signed-in' : 'registry.viewed'
    }
    for (let from = 0; from < total; from += 1024) {
      await storage.write(clinic, async (change) => {
        for (let number = from; number < from + 1024; number += 1) {
          const subject = { kind: 'terminal', id: 't-1' }
          await journal.append(change, { act: actOf(number), actor: { kind: 'system' }, subject })
        }
      })
    }
    const numbers = Array.from({ length: total }, (_, number) => actOf(number))
    for (const asked of [
      ['task.opened', 'account.created', 'session.signed-in'],
      ['session.signed-in', 'account.created'],
      ['task.opened', 'account.created'],
      ['registry.viewed', 'task.opened'],
    ]) {
      const filter = { act: asked.join() }
      const expected = numbers.filter((act) => asked.includes(act)).length
      expect(await journal.count(clinic, filter), filter.act).toEqual({ entries: expected, unreadable: 0 })
      if (expected < 300)
        expect((await leafed(journal, filter, 100)).map(({ act }) => act).sort()).toEqual(
          numbers.filter((act) => asked.includes(act)).sort(),
        )
    }
  })
})

it('places of a block are read as they were written, few or many', () => {
  for (const count of [0, 1, 31, 32, 255, 256]) {
    const places = Array.from({ length: count }, (_, i) => (i * 7) % 256)
    expect(placesIn(placesBytes(places)), `${count}`).toEqual(places.toSorted((a, b) => a - b))
  }
})
