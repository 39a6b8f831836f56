import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, isPassword } from './password-hash.ts'

test('the password opens its hash, in any width, and no other does', async () => {
  const phc = await hashPassword('Kx7#vq2!mZp9t')
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(phc, 'Ｋｘ７＃ｖｑ２！ｍＺｐ９ｔ')).toBe(true)
  expect(await isPassword(phc, 'Kx7#vq2!mZp9T')).toBe(false)
})

test('where there is no hash nothing opens it', async () => {
  expect(await isPassword(undefined, '')).toBe(false)
  expect(await isPassword(undefined, 'Kx7#vq2!mZp9t')).toBe(false)
})

test('a hash made with less than we ask for now is outdated', async () => {
  expect(isOutdated(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(true)
  expect(isOutdated(await hashPassword('x'))).toBe(false)
})

test('a storm of sign-ins waits in line, and what the line cannot hold is refused', async () => {
  const results = await Promise.allSettled(Array.from({ length: 80 }, () => isPassword(undefined, 'x')))
  const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason.code)
  expect(refused.length).toBeGreaterThan(0)
  expect(new Set(refused)).toEqual(new Set(['too-large']))
  expect(await isPassword(undefined, 'x')).toBe(false)
})
