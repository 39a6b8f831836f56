import { expect, it } from 'vitest'
import { Refusal } from '#shared'
import { eachEngine } from '../../../storage/testing.ts'
import { type RetentionRoom, retentionOn } from '../testing.ts'

const completed = (documentIds: string[], onDay = '2021-03-31') => ({
  ...{ documentIds, event: 'completion' as const, onDay, source: '診療録の転帰欄' },
})
const outside = { name: '例題 四郎', organisation: '例題市医師会', approvedOn: '2026-11-22' }
const carried = { reason: '保存期間の終わり', backupsUntil: '2027-02-28' }

const reasonOf = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  if (!(error instanceof Refusal)) throw new Error(`was not refused: ${error}`)
  return error.facts.reason ?? error.code
}

/** Two documents whose period has ended, on a list. */
async function listed({ retention, as, store }: RetentionRoom) {
  const ids = [await store(), await store()]
  await retention.recordStart(as('operator'), completed(ids))
  const destructionId = await retention.propose(as('operator'), { documentIds: ids, reason: '保存期間の終わり' })
  return { ids, destructionId }
}

eachEngine('destruction', (open) => {
  it('whoever may not is refused', async () => {
    const room = await retentionOn(await open())
    const { retention, as } = room
    const { ids, destructionId } = await listed(room)
    const refused = [
      () => retention.recordStart(as('auditor'), completed(ids)),
      () => retention.placeHold(as('staff'), { documentIds: ids, reason: '訴訟' }),
      () => retention.propose(as('administrator'), { documentIds: ids, reason: '整理' }),
      () => retention.approve(as('operator'), destructionId, {}),
      () => retention.carryOut(as('planning-manager'), destructionId, carried),
    ]
    for (const act of refused) expect(await reasonOf(act())).toBe('not-permitted')
  })

  it.each([
    ['its start is unknown', undefined, 'destruction-open'],
    ['its period ends today', '2021-11-22', 'destruction-running'],
  ])('a document is on no list while %s', async (_, onDay, reason) => {
    const { retention, as, store } = await retentionOn(await open())
    const ids = [await store()]
    if (onDay) await retention.recordStart(as('operator'), completed(ids, onDay))
    expect(await reasonOf(retention.propose(as('director'), { documentIds: ids, reason: '整理' }))).toBe(reason)
  })

  it('a start that is taken back is unknown again, and one that was corrected counts as it is now', async () => {
    const { retention, as, store } = await retentionOn(await open())
    const ids = [await store()]
    await retention.recordStart(as('operator'), completed(ids))
    await retention.recordStart(as('operator'), completed(ids, '2024-03-31'))
    const proposing = () => retention.propose(as('director'), { documentIds: ids, reason: '整理' })
    expect(await reasonOf(proposing())).toBe('destruction-running')
    await retention.recordStart(as('operator'), { documentIds: ids, event: 'completion', source: '再診' })
    expect(await reasonOf(proposing())).toBe('destruction-open')
    expect(await reasonOf(retention.recordStart(as('operator'), completed(ids, '2026-11-23')))).toBe(
      'retention-start-in-future',
    )
  })

  it('one person alone destroys nothing', async () => {
    const room = await retentionOn(await open())
    const { retention, as } = room
    const { destructionId } = await listed(room)
    const director = as('director')
    expect(await reasonOf(retention.carryOut(director, destructionId, carried))).toBe('destruction-not-approved')
    await retention.approve(director, destructionId, {})
    expect(await reasonOf(retention.approve(director, destructionId, {}))).toBe('destruction-same-person')
    expect(await reasonOf(retention.approve(director, destructionId, { outside }))).toBe('destruction-same-person')
    expect(await reasonOf(retention.carryOut(director, destructionId, carried))).toBe('destruction-not-approved')
    const console = { ...director, actor: { kind: 'console' } } as const
    expect(await reasonOf(retention.approve(console, destructionId, {}))).toBe('destruction-by-nobody')
  })

  it('approved by two, the keys are gone, the files follow, and the journal keeps who and what', async () => {
    const room = await retentionOn(await open())
    const { retention, documents, as, second, read, files, actsOf } = room
    const { ids, destructionId } = await listed(room)
    const other = await second({ loginName: 'hanako', displayName: '例題 花子' }, 'safety-manager')
    await retention.approve(as('director'), destructionId, {})
    await retention.approve(other, destructionId, {})
    expect(files()).toBe(4)
    expect((await documents.search(as('director'), { words: '架空の診療録', page: 1 })).documents).toHaveLength(2)
    await retention.carryOut(other, destructionId, carried)
    for (const id of ids) expect(await reasonOf(read(id))).toBe('document-destroyed')
    expect(files()).toBe(0)
    expect(await actsOf('document.destroyed')).toEqual(['document.destroyed', 'document.destroyed'])
    expect(await actsOf('destruction.')).toEqual([
      ...['destruction.proposed', 'destruction.approved', 'destruction.approved', 'destruction.carried-out'],
    ])
    const [id = ''] = ids
    expect(await documents.read(as('director'), id)).toMatchObject({
      ...{ title: '', destroyedAt: '2026-11-22T01:02:03.004Z', may: { correct: false } },
    })
    const found = await documents.search(as('director'), { words: '架空の診療録', page: 1 })
    expect(found.documents).toEqual([])
    const file = { name: '診療録.txt', bytes: Buffer.from('書き足し') }
    const later = [
      documents.confirm(as('director'), id, 2),
      documents.correct(as('director'), id, { reason: '書き足し' }, file),
    ].map(reasonOf)
    expect(await Promise.all(later)).toEqual(['document-destroyed', 'document-draft-waits'])
    expect(await reasonOf(retention.carryOut(other, destructionId, carried))).toBe('destruction-over')
    const again = retention.propose(as('director'), { documentIds: ids, reason: '再び' })
    expect(await reasonOf(again)).toBe('destruction-destroyed')
    expect(await reasonOf(retention.placeHold(other, { documentIds: ids, reason: '訴訟' }))).toBe(
      'retention-destroyed-already',
    )
  })

  it('the second may be outside the facility, when another account wrote the paper down', async () => {
    const room = await retentionOn(await open())
    const { retention, as, second, read } = room
    const { ids, destructionId } = await listed(room)
    const other = await second({ loginName: 'hanako', displayName: '例題 花子' }, 'planning-manager')
    const late = { outside: { ...outside, approvedOn: '2026-11-23' } }
    expect(await reasonOf(retention.approve(other, destructionId, late))).toBe('destruction-approved-in-future')
    const early = { outside: { ...outside, approvedOn: '2026-11-21' } }
    expect(await reasonOf(retention.approve(other, destructionId, early))).toBe('destruction-approved-before')
    await retention.approve(other, destructionId, { outside })
    await retention.approve(as('director'), destructionId, {})
    await retention.carryOut(as('director'), destructionId, { reason: '保存期間の終わり' })
    expect(await reasonOf(read(ids[0] ?? ''))).toBe('document-destroyed')
    expect((await retention.readDestructions(as('auditor'))).destructions).toMatchObject([
      { number: 1, state: 'carried-out', documents: 2, approvals: [{ name: '例題 四郎', writtenBy: '例題 花子' }, {}] },
    ])
  })

  it('a hold that comes after both approvals saves all of the list, until it is lifted', async () => {
    const room = await retentionOn(await open())
    const { retention, as, second, read, storage, facilityId } = room
    const { ids, destructionId } = await listed(room)
    const other = await second({ loginName: 'hanako', displayName: '例題 花子' }, 'safety-manager')
    await retention.approve(as('director'), destructionId, {})
    await retention.approve(other, destructionId, {})
    await retention.placeHold(as('operator'), { documentIds: ids.slice(1), reason: '開示の請求' })
    expect(await reasonOf(retention.carryOut(other, destructionId, carried))).toBe('destruction-held')
    for (const id of ids) expect((await read(id)).length).toBeGreaterThan(0)
    const holds = await storage.read({ facilityId }, (db) => db.selectFrom('retention_hold').selectAll().execute())
    const holdId = holds[0]?.hold_id ?? ''
    expect(await reasonOf(retention.liftHold(as('operator'), holdId, { reason: '終了' }))).toBe('not-permitted')
    await retention.liftHold(other, holdId, { reason: '開示が終わった' })
    expect(await reasonOf(retention.liftHold(other, holdId, { reason: '再び' }))).toBe('not-found')
    await retention.carryOut(other, destructionId, carried)
    const { documents } = await retention.readKeeping(as('director'))
    expect(documents).toMatchObject([
      { obstacle: 'destroyed', title: '' },
      { obstacle: 'destroyed', title: '' },
    ])
  })

  it('the title is for those who may see the document, the period for everybody who keeps', async () => {
    const { retention, as, store } = await retentionOn(await open())
    const documentId = await store()
    const [seen] = (await retention.readKeeping(as('director'))).documents
    const [kept] = (await retention.readKeeping(as('auditor'))).documents
    expect([seen?.title, kept?.title]).toEqual(['架空の診療録', ''])
    expect(kept).toMatchObject({ documentId, storedOn: '2026-11-22', obstacle: 'open', kind: { ja: '診療録' } })
  })

  it('a document stands on one list at a time, and on none of it after the list was withdrawn', async () => {
    const room = await retentionOn(await open())
    const { retention, as, read } = room
    const { ids, destructionId } = await listed(room)
    const again = () => retention.propose(as('director'), { documentIds: ids.slice(0, 1), reason: '再び' })
    expect(await reasonOf(again())).toBe('destruction-listed-already')
    await retention.withdraw(as('operator'), destructionId, { reason: '一覧の誤り' })
    expect(await reasonOf(retention.approve(as('director'), destructionId, {}))).toBe('destruction-over')
    await again()
    expect((await read(ids[0] ?? '')).length).toBeGreaterThan(0)
  })
})
