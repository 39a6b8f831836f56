import { expect, test } from 'vitest'
import { createAccountRequest, loginNameSchema, setUpRequest } from './contract.ts'

test('a login name is forgiven its width and case', () => {
  expect(loginNameSchema.parse(' Ｍｉｈｏｎ．Taro ')).toBe('mihon.taro')
})

test.each(['', 'a', '見本', 'a b', '-ab', `a${'b'.repeat(64)}`])('a login name is refused: %j', (name) => {
  expect(loginNameSchema.safeParse(name).success).toBe(false)
})

test('rare characters of a display name stay as they were written', () => {
  const { displayName } = createAccountRequest.parse({
    loginName: 'taro',
    displayName: ' 髙﨑 𠮷神 ',
    roles: ['staff'],
  })
  expect(displayName).toBe('髙﨑 𠮷神')
})

test.each(['', ' ', 'a\u0000b', 'あ'.repeat(10_000)])('a display name is refused: %#', (displayName) => {
  expect(createAccountRequest.safeParse({ loginName: 'taro', displayName, roles: [] }).success).toBe(false)
})

test('the first person is the system safety manager unless other posts are chosen', () => {
  const request = {
    code: 'x',
    facilityName: 'みほん診療所',
    displayName: '見本 太郎',
    loginName: 'taro',
    password: 'x',
  }
  expect(setUpRequest.parse(request).roles).toEqual(['safety-manager'])
  expect(setUpRequest.parse({ ...request, roles: ['director'] }).roles).toEqual(['director'])
})

test('an unknown role is refused', () => {
  expect(createAccountRequest.safeParse({ loginName: 'taro', displayName: 'x', roles: ['root'] }).success).toBe(false)
})
