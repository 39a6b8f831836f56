import { readCertificate } from '@omamori/signature'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { noTrust } from './read-trust.ts'
import { openStampPool, type StampOrder } from './stamp-pool.ts'
import { type Page, publisher, stamps } from './testing/publisher.ts'
import { derOf } from './testing.ts'

const { address, pages, asked, close } = await publisher()
afterAll(close)
beforeEach(() => {
  pages.clear()
  asked.length = 0
})

const says =
  (status: number, headers: Readonly<Record<string, string>> = {}): Page =>
  (_request, response) =>
    response.writeHead(status, headers).end()
/** Each of them once, and the last one from then on. */
function inTurn(...turns: readonly Page[]): Page {
  let turn = 0
  return (request, response) => {
    const page = turns[Math.min(turn++, turns.length - 1)]
    if (typeof page === 'function') page(request, response)
    else response.end(page)
  }
}

/** A clock that only moves when somebody waits. */
function pool(paths: readonly string[], more: Partial<StampOrder> = {}) {
  const clock = { now: 1_000_000 }
  const pauses: number[] = []
  const pause = async (ms: number) => {
    pauses.push(ms)
    clock.now += ms
  }
  const addresses = paths.map((path) => `${address}${path}`)
  const opened = openStampPool({ addresses, trust: null, pace: { now: () => clock.now, pause }, ...more })
  const imprint = { digest: 'SHA-256', value: Buffer.alloc(32, 7) } as const
  return { clock, pauses, stamped: opened.stamped, stamp: () => opened.stamp(imprint) }
}

const saidBy = (stamp: () => Promise<unknown>) =>
  stamp().then(
    () => [],
    ({ facts }) => facts.said.map((line: string) => line.replace(address, '')),
  )

test('the first authority that answers is asked, and told', async () => {
  pages.set('/a', stamps())
  const { stamp, stamped } = pool(['/a', '/b'])
  await stamp()
  expect(stamped).toEqual([
    { address: `${address}/a`, authority: 'C=JP, O=Reidai Time, CN=Reidai TSA 1', underTrust: null },
  ])
  expect(asked).toEqual(['/a'])
})

test('one that fails rests while the next is asked, and comes back when it has rested', async () => {
  pages.set('/a', inTurn(says(503), stamps()))
  pages.set('/b', stamps())
  const { stamp, clock } = pool(['/a', '/b'])
  await stamp()
  await stamp()
  expect(asked).toEqual(['/a', '/b', '/b'])
  clock.now += 1_000
  await stamp()
  expect(asked.at(-1)).toBe('/a')
})

test('the only one is asked once more after a pause, and then no more', async () => {
  pages.set('/a', inTurn(says(500), stamps()))
  const once = pool(['/a'])
  await once.stamp()
  expect(once.pauses).toEqual([1_000])
  pages.set('/a', says(500))
  expect(await saidBy(pool(['/a']).stamp)).toEqual(['/a: time-stamp-http 500', '/a: time-stamp-http 500'])
})

test.each([
  ['two seconds', { 'retry-after': '2' }, [2_000]],
  ['no time at all', { 'retry-after': '0' }, [1_000]],
  ['a moment', { 'retry-after': 'Mon, 23 Nov 2026 00:00:05 GMT', date: 'Mon, 23 Nov 2026 00:00:00 GMT' }, [5_000]],
  ['nothing that we can read', { 'retry-after': 'soon' }, [1_000]],
])('Retry-After of %s is honoured within bounds', async (_what, headers, pauses) => {
  pages.set('/a', inTurn(says(429, headers), stamps()))
  const waiting = pool(['/a'])
  await waiting.stamp()
  expect(waiting.pauses).toEqual(pauses)
})

test('one that wants to rest for longer than anybody waits is not waited for, and rests ten minutes at most', async () => {
  pages.set('/a', inTurn(says(503, { 'retry-after': '999999999' }), stamps()))
  const { stamp, clock, pauses } = pool(['/a'])
  expect(await saidBy(stamp)).toEqual(['/a: time-stamp-http 503'])
  expect(await saidBy(stamp)).toEqual(['/a: resting'])
  expect(pauses).toEqual([])
  clock.now += 600_000
  await stamp()
  expect(asked).toEqual(['/a', '/a'])
})

test.each<readonly [string, Page, string]>([
  ['refuses', says(404), 'time-stamp-http 404'],
  ['sends a page', '<html>', 'asn1-'],
  ['has a certificate that is not only for stamps', stamps('stamp-authority-not-critical'), 'time-stamp-does-not-hold'],
  ['sends too much', Buffer.alloc(300_000), 'time-stamp-too-big 262144'],
])('one that %s is not asked again, and the next one is', async (_what, page, said) => {
  pages.set('/a', page)
  const alone = await saidBy(pool(['/a']).stamp)
  expect([alone.length, alone[0]]).toEqual([1, expect.stringContaining(said)])
  pages.set('/b', stamps())
  const { stamp, stamped, pauses } = pool(['/a', '/b'])
  await stamp()
  expect([stamped[0]?.address, pauses]).toEqual([`${address}/b`, []])
})

test('whether an authority leads to the trust at hand is told', async () => {
  pages.set('/a', stamps())
  const told = async (root: string) => {
    const trust = { ...noTrust, stampAnchors: [readCertificate(derOf(root))] }
    const { stamp, stamped } = pool(['/a'], { trust })
    await stamp()
    return stamped[0]?.underTrust
  }
  expect([await told('stamp-root'), await told('root')]).toEqual([true, false])
})
