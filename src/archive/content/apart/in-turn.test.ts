import { expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

it('two files are read at once, others wait, and where too many wait the next is told to come again', async () => {
  let [now, most] = [0, 0]
  const read = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise((resolve) => setImmediate(resolve))
    now -= 1
    return 'read'
  }
  const all = await Promise.allSettled(Array.from({ length: 19 }, () => inTurn(read)))
  const refused = all.filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { code: 'locked', facts: { reason: 'document-reading-busy' } } }])
  expect([most, await inTurn(read)]).toEqual([2, 'read'])
})

it('a reader that fails gives its place to the next', async () => {
  const failing = () => inTurn(() => Promise.reject(new Error('broken')))
  const all = await Promise.allSettled(Array.from({ length: 4 }, failing))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  expect(await inTurn(async () => 'read')).toBe('read')
})
