import { expect, it } from 'vitest'
import type { Facility } from '#registry'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { clinic, supplierRoomOn } from './testing.ts'
import { dueOn, given, issued, TODAY } from './testing-sheets.ts'

eachEngine('an answer for all customers', (open) => {
  const other: Facility = {
    ...clinic,
    profile: { name: '隣の医院だけの言葉' },
    suppliers: [{ id: 'hoshu', name: '（株）みほん 保守', maintenance: { maintains: true, accessesSystems: true } }],
    systems: [
      {
        ...{ id: 'karte', name: 'うちのカルテ', kind: 'emr', supplierId: 'hoshu' },
        authentication: { factors: ['knowledge'] },
      },
    ],
  }

  it('is proposed to another facility with its day, and taken over by a person alone', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, another } = room
    const second = await another(other)
    const { sheetId, codeFor } = await issued(room)
    const site = { code: codeFor('passwordPolicy.history'), verdict: 'value', value: 5 } as const
    const secret = {
      code: codeFor('passwordPolicy.storage'),
      verdict: 'value',
      value: 'one-way',
      note: '秘密',
    } as const
    await suppliers.answerSheet(caller, sheetId, { ...given, shareable: true, answers: [site, secret] })
    const theirs = await suppliers.issueSheet(second, { supplierId: 'hoshu', dueOn })
    const view = await suppliers.readSheet(second, theirs.sheetId)
    const proposed = view.questions.filter(({ proposal }) => proposal)
    expect(proposed).toMatchObject([
      { field: 'passwordPolicy.storage', proposal: { value: 'one-way', answeredOn: TODAY } },
    ])
    const text = JSON.stringify(view)
    for (const word of ['秘密', '例題 一郎', 'みほん診療所', '電子カルテ', room.facilityId])
      expect(text).not.toContain(word)
    const system = async () =>
      (await room.assessments.loadAssessment(second)).requirements.find(({ id }) => id === '6.5.C-14-1')
    expect((await system())?.evidence).toEqual([])
    const code = proposed[0]?.code ?? ''
    await suppliers.takeOver(second, theirs.sheetId, { code, sameSupplierAndProduct: true })
    expect((await system())?.evidence).toMatchObject([
      { source: 'vendor', takenOn: TODAY, supplier: '（株）みほん 保守' },
    ])
    expect((await system())?.evidence[0]).not.toHaveProperty('by')
  })

  it('is no answer of a supplier that did not say so, nor of one with another name', async () => {
    const room = await supplierRoomOn(await open())
    const { suppliers, caller, another } = room
    const second = await another({
      ...other,
      suppliers: [{ ...other.suppliers?.[0], id: 'hoshu', name: 'みほん保守2' }],
    })
    const { sheetId, codeFor } = await issued(room)
    const answers = [{ code: codeFor('passwordPolicy.storage'), verdict: 'value' as const, value: 'one-way' }]
    await suppliers.answerSheet(caller, sheetId, { ...given, answers })
    await suppliers.answerSheet(caller, sheetId, { ...given, shareable: true, answers })
    const theirs = await suppliers.issueSheet(second, { supplierId: 'hoshu', dueOn })
    const { questions } = await suppliers.readSheet(second, theirs.sheetId)
    expect(questions.filter(({ proposal }) => proposal)).toEqual([])
    const code = questions.find(({ field }) => field === 'passwordPolicy.storage')?.code ?? ''
    const taken = suppliers.takeOver(second, theirs.sheetId, { code, sameSupplierAndProduct: true })
    expect((await refusalOf(taken)).code).toBe('not-found')
  })
})
