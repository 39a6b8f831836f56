import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal, type RefusalCode } from '#shared'
import { type Problem, statusOf } from './problem.ts'
import { type Door, openDoor } from './testing.ts'

const codes = Object.keys(statusOf) as RefusalCode[]

let door: Door
beforeAll(async () => {
  door = await openDoor()
  door.app.get('/api/v1/refused/:code', async (request) => {
    const { code } = request.params as { code: RefusalCode }
    throw new Refusal(code, { limit: 20 })
  })
  door.app.get('/api/v1/fault', async () => {
    throw new Error('the password of the database is 1234')
  })
})

describe('a refusal', () => {
  it.each(codes)('of the kind %s is a problem document, in Japanese and in English', async (code) => {
    const ja = await door.ask('GET', `/refused/${code}`)
    expect([ja.status, ja.headers['content-type']]).toEqual([statusOf[code], 'application/problem+json'])
    const { title, detail, ...rest } = ja.body as Problem
    expect(rest).toEqual({ type: `urn:omamori:problem:${code}`, status: statusOf[code], code, facts: { limit: 20 } })
    expect(title).toMatch(/[ぁ-ん].*。$/)
    expect(detail).toMatch(/[ぁ-ん].*。$/)
    const en = await door.ask('GET', `/refused/${code}`, { headers: { 'accept-language': 'en-GB,ja;q=0.5' } })
    expect(`${en.body.title} ${en.body.detail}`).toMatch(/^[A-Z][\x20-\x7e]+\.$/)
  })

  it('says something different for each kind', async () => {
    const titles = await Promise.all(codes.map(async (code) => (await door.ask('GET', `/refused/${code}`)).body.title))
    expect(new Set(titles).size).toBe(codes.length)
  })
})

describe('a fault', () => {
  it('is a number to the person, and nothing of its cause', async () => {
    const { status, body, text } = await door.ask('GET', '/fault')
    expect([status, body.code]).toEqual([500, 'fault'])
    expect(body.number).toMatch(/^[0-9A-F]{6}$/)
    expect(body.detail).toContain(body.number)
    expect(text).not.toMatch(/1234|Error|at /)
  })
})

describe('what the framework refuses by itself', () => {
  it.each([
    ['a body that is no JSON', 'application/json', '{"code": ', 400, 'malformed'],
    ['a body of an unknown type', 'application/xml', '<a/>', 400, 'malformed'],
    [
      'a body with fields that nobody knows',
      'application/json',
      '{"password":"x","loginName":"a","admin":1}',
      400,
      'malformed',
    ],
    ['a body that pollutes prototypes', 'application/json', '{"__proto__":{"a":1}}', 400, 'malformed'],
  ])('is said in our words: %s', async (_, type, body, status, code) => {
    const answer = await door.ask('POST', '/session', { body, headers: { 'content-type': type } })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.text).not.toMatch(/at \w+ \(|node_modules/)
  })

  it('says where a body is wrong', async () => {
    const { body } = await door.ask('POST', '/session', { body: { loginName: 'taro' } })
    expect(body.facts.issues).toEqual([{ path: '/password', message: expect.any(String) }])
  })
})
