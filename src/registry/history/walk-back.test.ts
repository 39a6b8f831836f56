import { expect, test } from 'vitest'
import type { ItemEntry } from './item-entry.ts'
import { type NamedValue, valuesBefore } from './walk-back.ts'

const systemOf = (uid: string, position: number, seats: number): NamedValue => ({
  uid,
  kind: 'system',
  id: uid,
  position,
  body: { id: uid, name: '見本システム', seats },
  confirmedOn: '2026-11-22',
})
const itemOf = ({ body, confirmedOn }: NamedValue) => ({ ...body, confirmedOn })

/** The same numbers for the same seed, so that a failure can be seen again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

test('what was kept at every moment of a random life is told again from the present', () => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const pick = numbers(seed)
    const values = new Map<string, NamedValue>()
    const entries: ItemEntry[] = []
    const moments: NamedValue[][] = [[]]
    for (let step = 0; step < 40; step += 1) {
      const uid = `system-${pick(8)}`
      const was = values.get(uid)
      const now = was && pick(3) === 0 ? undefined : systemOf(uid, was?.position ?? step, pick(5))
      if (now) values.set(uid, now)
      else values.delete(uid)
      entries.unshift({
        at: `2026-11-22T00:00:${String(step).padStart(2, '0')}.000Z`,
        act: was ? (now ? 'registry.changed' : 'registry.removed') : 'registry.created',
        actor: { kind: 'account', id: 'account-1' },
        place: { log: 'log', index: step },
        uid,
        kind: 'system',
        id: uid,
        position: (was ?? now)?.position,
        ...(was && { before: itemOf(was) }),
        ...(now && { after: itemOf(now) }),
      })
      moments.push([...values.values()].sort((a, b) => a.position - b.position))
    }
    const present = [...values.values()]
    for (const [moment, kept] of moments.entries()) {
      expect(valuesBefore(present, entries.slice(0, entries.length - moment)), `seed ${seed}, ${moment}`).toEqual(kept)
    }
  }
})

test('an entry that the present does not show yet changes nothing', () => {
  const now = systemOf('system-1', 0, 3)
  const removed = { act: 'registry.removed', before: itemOf(now) } as const
  const place = { at: '2026-11-22T00:00:00.000Z', actor: { kind: 'console' }, place: { log: 'log', index: 0 } } as const
  const entry: ItemEntry = { ...place, ...removed, uid: 'system-1', kind: 'system', id: 'system-1', position: 0 }
  expect(valuesBefore([now], [entry])).toEqual([now])
})
