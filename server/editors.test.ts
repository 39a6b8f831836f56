import { beforeAll, describe, expect, it } from 'vitest'
import { type Door, firstRun, newcomer, openDoor } from './testing.ts'

let door: Door
let taro: string
let ichiro: string
beforeAll(async () => {
  door = await openDoor()
  taro = await firstRun(door.platform)
  ichiro = await newcomer(door.platform, taro, 'operator')
})

describe('two editors at once', () => {
  it('the second gets a conflict with what is there now, and the first one’s words stay', async () => {
    const made = await door.ask('POST', '/registry/terminal', { cookie: taro, body: { item: { name: '受付の端末' } } })
    const { id, version } = made.body
    const url = `/registry/terminal/${id}`
    const first = await door.ask('PUT', url, { cookie: taro, body: { version, item: { name: '受付', units: 2 } } })
    const second = await door.ask('PUT', url, {
      cookie: ichiro,
      body: { version, item: { name: '受付の端末', note: '窓側' } },
    })
    expect([first.status, second.status]).toEqual([200, 409])
    expect(second.body).toMatchObject({
      code: 'conflict',
      facts: { current: { id, version: 2, item: { name: '受付', units: 2 } } },
    })
    const removal = await door.ask('DELETE', `${url}?version=${version}`, { cookie: ichiro })
    expect([removal.status, removal.body.code]).toEqual([409, 'conflict'])
    expect((await door.ask('GET', url, { cookie: taro })).body).toMatchObject({
      version: 2,
      item: { name: '受付', units: 2 },
    })
  })

  it('of twenty who save the same version in the same moment, one is heard and nineteen are told', async () => {
    const made = await door.ask('POST', '/registry/terminal', {
      cookie: taro,
      body: { item: { name: '診察室の端末' } },
    })
    const { id, version } = made.body
    const save = (units: number) =>
      door.ask('PUT', `/registry/terminal/${id}`, {
        cookie: units % 2 ? taro : ichiro,
        body: { version, item: { name: '診察室', units } },
      })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save(index + 1)))
    const [heard, ...more] = answers.filter(({ status }) => status === 200)
    expect(more).toEqual([])
    expect(answers.filter(({ body }) => body.code === 'conflict')).toHaveLength(19)
    expect((await door.ask('GET', `/registry/terminal/${id}`, { cookie: taro })).body.item).toEqual(heard?.body.item)
  })

  it('an import that was looked at before somebody else wrote is a conflict', async () => {
    const { text } = await door.ask('GET', '/registry/export', { cookie: taro })
    const { basis } = (await door.ask('POST', '/registry/import/preview', { cookie: taro, body: { text } })).body
    await door.ask('POST', '/registry/terminal', { cookie: ichiro, body: { item: { name: '検査室の端末' } } })
    const { status, body } = await door.ask('POST', '/registry/import', { cookie: taro, body: { text, basis } })
    expect([status, body.code]).toEqual([409, 'conflict'])
    const { items } = (await door.ask('GET', '/registry', { cookie: taro })).body
    expect(items.some((item: { item: { name: string } }) => item.item.name === '検査室の端末')).toBe(true)
  })

  it('of two who manage one account, the second gets a conflict', async () => {
    const { accounts } = (await door.ask('GET', '/accounts', { cookie: taro })).body
    const { accountId, version } = accounts.find((one: { loginName: string }) => one.loginName === 'operator')
    const change = (displayName: string) =>
      door.ask('PUT', `/accounts/${accountId}`, { cookie: taro, body: { version, displayName } })
    expect((await change('例題 二郎')).status).toBe(200)
    expect(await change('例題 三郎')).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})

it('a requirement that nobody knows is not found', async () => {
  for (const id of ['9.9.C-99', 'x', '__proto__', '6.5.c-14-4']) {
    expect(await door.ask('GET', `/requirements/${id}`, { cookie: taro }), id).toMatchObject({
      status: 404,
      body: { code: 'not-found' },
    })
  }
})
