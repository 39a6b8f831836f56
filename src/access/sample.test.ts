import { expect, test } from 'vitest'
import { eachEngine } from '../storage/testing.ts'
import { accessOn, firstRun, longPassword, type Room } from './testing.ts'

const facilityId = 'sample'
const account = { loginName: 'mihon', displayName: '見本 太郎', roles: ['director' as const], language: 'ja' as const }
const actor = { kind: 'system' } as const

async function openSample({ storage, access }: Room): Promise<string> {
  return storage.write({ facilityId }, async (change) => {
    await access.createFacility(change, { name: 'みほん診療所', sample: true, actor })
    return access.createSampleAccount(change, { ...account, actor })
  })
}

eachEngine('the sample', (open) => {
  test('is opened by the address that was printed, once', async () => {
    const room = await accessOn(await open())
    const accountId = await openSample(room)
    const { code } = await room.access.issueSampleCode(facilityId, accountId)
    const opened = await room.access.openSampleSession(code, 'Browser')
    const { caller } = await room.access.authenticate(opened.cookie)
    expect(caller.roles).toEqual(['director'])
    expect((await room.access.readMe(caller)).facility).toEqual({ facilityId, name: 'みほん診療所', sample: true })
    await expect(room.access.openSampleSession(code)).rejects.toMatchObject({ code: 'sign-in-failed' })
  })

  test('has no password', async () => {
    const room = await accessOn(await open())
    await openSample(room)
    const signIn = room.access.signIn({ loginName: 'mihon', password: longPassword })
    await expect(signIn).rejects.toMatchObject({ code: 'sign-in-failed' })
  })

  test('has no such way in where the facility is real', async () => {
    const room = await accessOn(await open())
    const { facilityId, administrator } = await firstRun(room)
    const issue = room.access.issueSampleCode(facilityId, administrator.actor.id ?? '')
    await expect(issue).rejects.toMatchObject({ code: 'not-permitted' })
    const create = room.storage.write({ facilityId }, (change) =>
      room.access.createSampleAccount(change, { ...account, actor }),
    )
    await expect(create).rejects.toMatchObject({ code: 'not-permitted' })
  })
})
