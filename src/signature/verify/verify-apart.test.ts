import { expect, it } from 'vitest'
import { refusalOf } from '../../shared/testing.ts'
import { noTrust } from '../read-trust.ts'
import { verifyApart } from './verify-apart.ts'

const order = { trust: noTrust, at: Date.parse('2026-11-23T00:00:00Z'), policy: 'jp-medical' as const }
const question = (text: string) => ({ name: 'x', bytes: Buffer.from(text), documentKind: null, content: null })

it('a verification that takes longer than its time is given up, and says that nothing was kept', async () => {
  const { code, facts } = await refusalOf(verifyApart([question('x')], order, 0))
  expect([code, facts.reason]).toEqual(['too-large', 'verification-too-long'])
})

it('whoever comes while others are at it waits, and where too many wait is told to come again', async () => {
  const all = await Promise.allSettled(Array.from({ length: 11 }, () => verifyApart([question('x')], order)))
  const refused = all.filter(({ status }) => status === 'rejected')
  expect(refused).toMatchObject([{ reason: { facts: { reason: 'verification-busy' } } }])
  const [answer] = await verifyApart([question('<a/>')], order)
  expect(answer).toMatchObject({ kind: 'xml', indication: null })
})
