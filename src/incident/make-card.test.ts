import { expect, test } from 'vitest'
import type { Facility } from '#registry/contract'
import { pagesOf, testOnPaper } from '../paper/testing/poppler.ts'
import { makeEmergencyCard } from './make-card.ts'

const bare: Facility = { format: 'omamori-facility@1', asOf: '2026-11-22', profile: { name: 'みほん診療所' } }
const people = Array.from({ length: 30 }, (_, index) => ({
  id: `p-${index}`,
  name: `見本 ${index}郎`,
  posts: ['operator', 'safety-manager', 'director'] as const,
  phone: `098-000-${String(index).padStart(4, '0')}`,
}))
const things = people.map((_, index) => ({ id: `s-${index}`, name: `とても長い名前の見本のシステム ${index}` }))
const full: Facility = {
  ...bare,
  sample: true,
  persons: people,
  suppliers: things.map(({ id }, index) => ({
    id,
    name: `架空の長い名前の保守株式会社 ${index}`,
    phone: '098-000-1000',
  })),
  systems: things.map((thing) => ({ ...thing, supplierId: thing.id })),
}
const plain = (page = '') => page.replace(/[\s\u200b]+/g, '')

testOnPaper('it is one page, whether nothing is recorded or a hospital is', async () => {
  for (const facility of [bare, full])
    for (const language of ['ja', 'en'] as const)
      expect(pagesOf(await makeEmergencyCard(facility, '2026-11-22', language))).toHaveLength(1)
})

testOnPaper('where nothing is recorded there is no number at all', async () => {
  const [page] = pagesOf(await makeEmergencyCard(bare, '2026-11-22', 'ja')).map(plain)
  expect(page).toContain('変だと思ったら')
  expect(page).toContain('安全管理責任者')
  expect(page).not.toMatch(/\d{2,4}-\d{2,4}-\d{3,4}/)
})

testOnPaper('numbers stand as they are recorded, and what was not compared with a paper is marked', async () => {
  const [page] = pagesOf(await makeEmergencyCard(full, '2026-11-22', 'ja')).map(plain)
  expect(page).toContain('098-000-0000')
  expect(page).toContain('［未照合］')
  expect(page).toMatch(/^見本/)
})

test('the same facts on the same day give the same bytes', async () => {
  const [one, other] = [
    await makeEmergencyCard(full, '2026-11-22', 'ja'),
    await makeEmergencyCard(full, '2026-11-22', 'ja'),
  ]
  expect(Buffer.from(one).equals(other)).toBe(true)
})
