import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createBeat } from './beat.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('does it again and again, never twice at once, until it is stopped; and stopping waits for what is being done', async () => {
  let going = 0
  let most = 0
  let times = 0
  const beat = createBeat({
    everyMs: 60_000,
    firstMs: 5_000,
    step: async () => {
      going += 1
      times += 1
      most = Math.max(most, going)
      await new Promise((resolve) => setTimeout(resolve, 90_000))
      going -= 1
    },
    report: () => {},
  })
  beat.start()
  await vi.advanceTimersByTimeAsync(310_000)
  expect([times, most, going]).toEqual([3, 1, 1])
  const stopping = beat.stop()
  await vi.advanceTimersByTimeAsync(600_000)
  await stopping
  expect([times, going]).toEqual([3, 0])
})

it('trouble is told, and the next one comes all the same', async () => {
  const troubles: unknown[] = []
  let times = 0
  const beat = createBeat({
    everyMs: 1_000,
    firstMs: 1_000,
    step: async () => {
      times += 1
      throw new Error('disk full')
    },
    report: (error) => troubles.push(error),
  })
  beat.start()
  await vi.advanceTimersByTimeAsync(2_500)
  await beat.stop()
  expect([times, troubles.length]).toEqual([2, 2])
})
