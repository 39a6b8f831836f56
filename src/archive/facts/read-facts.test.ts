import { globSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { signedBy } from '../document/signature/testing.ts'
import { profile, scanOf, scansOn } from '../scan/testing.ts'
import { archiveFactsOn } from './read-facts.ts'

eachEngine('what the archive knows of itself', (open) => {
  const start = async () => {
    const room = await scansOn(await open())
    const { storage, journal, blobs, facilityId } = room
    const facts = (on = '2026-11-22') => archiveFactsOn({ storage, journal, blobs })({ facilityId }, on)
    return { ...room, facts }
  }
  const note = { kind: 'test-result', standing: 'original', title: '検査', writtenOn: '2026-11-20' } as const
  const file = (text: string) => ({ name: 'a.txt', bytes: Buffer.from(text) })

  it('nothing of an empty one', async () => {
    const { facts } = await start()
    const none = { documents: 0, confirmed: 0, proxies: 0, scans: 0, plans: 0, contentsLost: false }
    const found = await facts()
    expect(found).toMatchObject(none)
    expect([found.oldestLookOn, found.copiesOn, found.oldestProxyOn]).toEqual([undefined, undefined, undefined])
  })

  it('documents, corrections and entries for others, as they come and go', async () => {
    const { documents, doctor, clerk, facts, accountOf } = await start()
    const own = await documents.register(doctor, note, file('一'))
    await documents.openVersion(doctor, own, 1)
    await documents.confirm(doctor, own, 1)
    await documents.correct(doctor, own, { reason: '誤記' }, file('二'))
    const forOther = await documents.register(clerk, { ...note, enteredFor: accountOf(doctor) }, file('三'))
    expect(await facts()).toMatchObject({
      ...{ documents: 2, confirmed: 1, corrected: 1, proxies: 1, proxiesWaiting: 1, oldestProxyOn: '2026-11-22' },
    })
    await documents.openVersion(doctor, forOther, 1)
    await documents.approve(doctor, forOther, 1)
    await documents.withdraw(doctor, own, 2, { reason: '取り違え' })
    expect(await facts()).toMatchObject({ corrected: 0, proxies: 1, proxiesWaiting: 0 })
  })

  it('scans that wait are overdue from the day after their time, until they are signed', async () => {
    const { scans, documents, clerk, creationManager, facts } = await start()
    await scans.recordProfile(creationManager, profile())
    const bytes = sample('scan-g4.tif')
    const { documentId: id = '' } = await scans.takeIn(clerk, scanOf(), { name: 'a.tif', bytes })
    expect(await facts('2026-11-23')).toMatchObject({ scans: 1, scansOverdue: 0, scansDispensed: 0 })
    expect(await facts('2026-11-24')).toMatchObject({ scans: 1, scansOverdue: 1 })
    await documents.openVersion(clerk, id, 1)
    await documents.confirm(clerk, id, 1, [await signedBy('nurse', bytes)])
    expect(await facts('2026-11-24')).toMatchObject({ scans: 1, scansOverdue: 0 })
  })

  it('contents that were looked at, and those that are whole nowhere', async () => {
    const { documents, doctor, blobs, facilityId, directory, facts } = await start()
    await documents.register(doctor, note, file('一'))
    await blobs.check({ facilityId }, { which: 'all' })
    expect(await facts()).toMatchObject({ contentsLost: false, oldestLookOn: '2026-11-22', lastLookOn: '2026-11-22' })
    for (const name of globSync('*/*', { cwd: directory })) writeFileSync(`${directory}/${name}`, 'damaged')
    await blobs.check({ facilityId }, { which: 'all' })
    expect(await facts()).toMatchObject({ contentsLost: true })
  })
})
