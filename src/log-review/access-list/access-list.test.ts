import { expect, it, test } from 'vitest'
import { pagesOf, testOnPaper } from '../../paper/testing/poppler.ts'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { logReviewRoomOn } from '../testing.ts'
import { accessListLimits } from '../wire.ts'
import { accessListCsv } from './csv.ts'
import type { AccessList } from './list-access.ts'
import { printAccessList } from './print.ts'

const say = (act: string) => `した:${act}`

eachEngine('access lists', (open) => {
  it('hold everything a person did, over all pages, and their making stands in the journal first', async () => {
    const { reviews, as, journal, storage, facilityId, administrator } = await roomWithMany(await open(), 450)
    const auditor = as('auditor')
    const filter = { actorId: 'account-7' }
    const list = await reviews.listAccess(auditor, filter, 'csv')
    expect(list.entries).toHaveLength(450)
    expect(new Set(list.entries.map(({ id }) => id)).size).toBe(450)
    const { entries } = await journal.entries({ facilityId }, { act: 'log.listed' })
    expect(entries).toMatchObject([
      { actor: { id: administrator }, detail: { actorId: 'account-7', format: 'csv', entries: 450 } },
    ])
    // About one thing: whoever it was that touched it.
    const about = await reviews.listAccess(auditor, { subjectKind: 'terminal', subjectId: 't-3' }, 'pdf')
    expect(about.entries).toHaveLength(45)
    expect(about.entries.every(({ subject }) => subject.id === 't-3')).toBe(true)
    await storage.close()
  })

  it('are refused to whoever may not, and nothing is written', async () => {
    const { reviews, as, journal, facilityId } = await logReviewRoomOn(await open())
    for (const role of ['operator', 'planning-manager', 'staff', 'administrator', 'inspector'] as const)
      expect((await refusalOf(reviews.listAccess(as(role), {}, 'csv'))).code).toBe('not-permitted')
    expect((await journal.entries({ facilityId }, { act: 'log.listed' })).entries).toEqual([])
  })

  it('are complete or not at all: a list beyond the limit is refused with its number', async () => {
    const { reviews, as, journal, facilityId } = await roomWithMany(await open(), accessListLimits.pdf + 1)
    const filter = { actorId: 'account-7' }
    expect(await refusalOf(reviews.listAccess(as('director'), filter, 'pdf'))).toMatchObject({
      code: 'too-large',
      facts: { entries: 2001, limit: 2000 },
    })
    expect((await journal.entries({ facilityId }, { act: 'log.listed' })).entries).toEqual([])
    expect((await reviews.listAccess(as('director'), filter, 'csv')).entries).toHaveLength(2001)
  })
})

/** What an account did to ten terminals in turn. */
async function roomWithMany(storage: Parameters<typeof logReviewRoomOn>[0], count: number) {
  const room = await logReviewRoomOn(storage)
  const { facilityId, journal, as } = room
  await storage.write({ facilityId }, async (change) => {
    for (let one = 0; one < count; one += 1) {
      await journal.append(change, {
        ...{ act: 'registry.changed', actor: { kind: 'account', id: 'account-7' } },
        subject: { kind: 'terminal', id: `t-${one % 10}` },
      })
    }
  })
  return { ...room, storage, administrator: as('auditor').actor.id }
}

const list: AccessList = {
  ...{ at: '2026-11-22T15:00:00.000Z', facility: 'みほん診療所', sample: true, unreadable: 0 },
  filter: { actorId: 'a-1', from: '2026-10-31T15:00:00.000Z' },
  nameOf: (id) => (id === 'a-1' ? '=例題 "一郎", 主任' : id),
  entries: [
    {
      ...{ log: 'omamori/f/2026', index: 41, id: 'e-41', at: '2026-11-22T14:59:59.000Z', act: 'registry.viewed' },
      ...{ actor: { kind: 'account', id: 'a-1' }, subject: { kind: 'registry-item', id: 'u-1' }, blobs: 0 },
      ...{ detailState: 'opened', detail: { kind: 'system', itemId: 'emr', after: { name: '電子カルテ' } } },
    },
    {
      ...{ log: 'omamori/f/2026', index: 40, id: 'e-40', at: '2026-11-22T01:02:03.004Z', act: 'permission.refused' },
      ...{ actor: { kind: 'console' }, subject: { kind: 'account', id: 'a-1' }, blobs: 0, outcome: 'refused' },
      detailState: 'none',
    },
  ],
}

test('as CSV each entry is a row in Japan time, and no name becomes a formula', () => {
  const [head, first, second, end] = accessListCsv(list, 'ja', say).split('\r\n')
  expect(head).toMatch(/^\ufeff日時,だれが,/)
  expect(first).toBe(
    `2026-11-22 23:59:59,"'=例題 ""一郎"", 主任",a-1,した:registry.viewed,,システム「電子カルテ」,registry-item,u-1,omamori/f/2026,41,e-41`,
  )
  expect(second).toContain('2026-11-22 10:02:03,サーバーの操作盤,,した:permission.refused,断った,')
  expect(end).toBe('')
})

testOnPaper('on paper it says what was asked for, how many there are, and that they are all', async () => {
  const [page = ''] = pagesOf(await printAccessList(list, 'ja', say)).map((text) => text.replace(/[\s\u200b]+/g, ''))
  for (const text of [
    'アクセス一覧',
    '見本',
    '2件（条件に合うすべて）',
    '2026-11-0100:00:00から',
    'システム「電子カルテ」',
  ])
    expect(page).toContain(text)
  const [empty = ''] = pagesOf(await printAccessList({ ...list, entries: [], unreadable: 3 }, 'en', say))
  expect(empty).toContain('No entry fits')
  expect(empty.replace(/\s+/g, ' ')).toContain('verify the journal')
})
