import { expect, it } from 'vitest'
import { consoleCaller } from '#access'
import { accessOn, firstRun } from '../../access/testing.ts'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { openMedia } from './open-media.ts'
import type { MediumRequest, MediumStepRequest } from './wire.ts'

const reasonOf = async (act: Promise<unknown>) => {
  const { code, facts } = await refusalOf(act)
  const [issue] = (facts.issues ?? []) as { readonly code: string }[]
  return issue?.code ?? facts.reason ?? code
}
const tape = (change: Partial<MediumRequest> = {}): MediumRequest => ({
  ...{ label: 'LTO-0007', sort: 'tape', holds: '平成30年までの画像', place: '金庫', usedFrom: '2020-04-01' },
  ...change,
})
const step = (change: Partial<MediumStepRequest> & Pick<MediumStepRequest, 'step'>): MediumStepRequest => ({
  ...{ onDay: '2026-11-20', note: '例題 花子が確かめた' },
  ...change,
})

eachEngine('media', (open) => {
  const start = async () => {
    const below = await accessOn(await open())
    const { storage, journal, clock } = below
    const { facilityId, administrator } = await firstRun(below)
    let ids = 0
    const media = openMedia({ storage, journal, clock, newId: () => `medium-${++ids}` })
    const as = (role: 'director' | 'auditor' | 'staff') => ({ ...administrator, roles: [role] })
    const acts = async () =>
      (await journal.entries({ facilityId }, { act: 'medium.' }, { limit: 50 })).entries.map(({ act }) => act)
    return { ...below, facilityId, media, as, acts }
  }

  it('goes through hands, is checked, copied and disposed of, and each step stays to be read', async () => {
    const { media, as, acts } = await start()
    const id = await media.register(as('director'), tape({ endsOn: '2026-12-31' }))
    expect((await media.read(as('auditor'))).media).toMatchObject([
      { mediumId: id, place: '金庫', inUse: true, concerns: ['unchecked', 'ends-soon'] },
    ])
    const note = (change: Parameters<typeof step>[0]) => media.note(as('director'), id, step(change))
    await note({ step: 'checked', result: 'readable' })
    await note({ step: 'handed-over', place: '見本倉庫', note: '見本運送。封印 123' })
    expect((await media.read(as('auditor'))).media).toMatchObject([
      { place: '見本倉庫', concerns: ['on-its-way', 'ends-soon'] },
    ])
    await note({ step: 'received', place: '見本倉庫 棚 4', note: '受領書 456' })
    await note({ step: 'copied', note: 'LTO-0012 へ複写し、照合した' })
    await note({ step: 'disposed', onDay: '2026-11-21', note: '裁断。証明書 789' })
    const [read] = (await media.read(as('auditor'))).media
    expect(read).toMatchObject({ inUse: false, concerns: [], place: '見本倉庫 棚 4' })
    expect(read?.steps.map((one) => one.step)).toEqual(['disposed', 'copied', 'received', 'handed-over', 'checked'])
    expect(await reasonOf(note({ step: 'moved', place: '棚', onDay: '2026-11-22' }))).toBe('medium-disposed')
    expect(await acts()).toEqual([...Array(5).fill('medium.noted'), 'medium.registered'])
  })

  it('what asks for something comes first, what is gone last; a label is taken while its medium is in use', async () => {
    const { media, as, facilityId } = await start()
    const director = as('director')
    const gone = await media.register(director, tape())
    expect(await reasonOf(media.register(director, tape()))).toBe('medium-label-taken')
    await media.note(director, gone, step({ step: 'disposed' }))
    const again = await media.register(director, tape())
    const paper = await media.register(director, tape({ label: '箱 1', sort: 'paper' }))
    expect((await media.read(consoleCaller(facilityId))).media.map(({ mediumId }) => mediumId)).toEqual([
      ...[again, paper, gone],
    ])
  })

  it('days are told in their order and never before they came, and whoever has no part in it reads nothing', async () => {
    const { media, as } = await start()
    const director = as('director')
    expect(await reasonOf(media.register(director, tape({ usedFrom: '2026-11-23' })))).toBe('medium-used-in-future')
    expect(await reasonOf(media.register(director, tape({ endsOn: '2020-03-31' })))).toBe('medium-ends-before')
    const id = await media.register(director, tape())
    const note = (change: Parameters<typeof step>[0]) => reasonOf(media.note(director, id, step(change)))
    expect(await note({ step: 'copied', onDay: '2026-11-23' })).toBe('medium-step-in-future')
    expect(await note({ step: 'copied', onDay: '2020-03-31' })).toBe('medium-step-before')
    expect(await reasonOf(media.note(as('auditor'), id, step({ step: 'copied' })))).toBe('not-permitted')
    expect(await reasonOf(media.read(as('staff')))).toBe('not-permitted')
    expect(await reasonOf(media.note(director, 'nowhere', step({ step: 'copied' })))).toBe('not-found')
  })
})
