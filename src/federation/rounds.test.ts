import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ROUND_MS } from './pace.ts'
import type { RoundOptions } from './round.ts'
import { createRounds } from './rounds.ts'
import type { WitnessAnswerCode } from './wire.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T00:00:00.000Z') }))
afterEach(() => void vi.useRealTimers())

/** Rounds of a facility whose one witness answers like this; each round notes whether the witness was asked. */
function roundsWith(answer: () => WitnessAnswerCode) {
  const asked: boolean[] = []
  const troubles: unknown[] = []
  const rounds = createRounds({
    clock: { now: () => new Date(Date.now()).toISOString() },
    random: () => 0.5,
    facilities: async () => [{ facilityId: 'mihon' }],
    ask: async (_, { wanted = () => true }: RoundOptions) => {
      asked.push(wanted('w'))
      return wanted('w') ? [{ witnessId: 'w', label: '例題市医師会', answer: answer() }] : []
    },
    report: (error) => troubles.push(error),
  })
  return { rounds, asked, troubles }
}

it('asks soon after the start and then again and again, until it is stopped', async () => {
  const { rounds, asked } = roundsWith(() => 'cosigned')
  rounds.start()
  await vi.advanceTimersByTimeAsync(ROUND_MS / 2)
  expect(asked).toEqual([true])
  await vi.advanceTimersByTimeAsync(2 * ROUND_MS)
  expect(asked).toEqual([true, true, true])
  await rounds.stop()
  await vi.advanceTimersByTimeAsync(5 * ROUND_MS)
  expect(asked).toHaveLength(3)
})

it('leaves a witness that fails alone for longer and longer, and comes back to it', async () => {
  const { rounds, asked } = roundsWith(() => 'unreachable')
  rounds.start()
  await vi.advanceTimersByTimeAsync(40 * ROUND_MS)
  await rounds.stop()
  const calls = asked.filter((one) => one).length
  expect(calls).toBeGreaterThan(3)
  expect(calls).toBeLessThan(12)
})

it('trouble in one round is told, and the next one comes all the same', async () => {
  let first = true
  const { rounds, asked, troubles } = roundsWith(() => {
    if (!first) return 'cosigned'
    first = false
    throw new Error('disk full')
  })
  rounds.start()
  await vi.advanceTimersByTimeAsync(2 * ROUND_MS)
  await rounds.stop()
  expect(troubles).toMatchObject([{ message: 'disk full' }])
  expect(asked).toEqual([true, true])
})
