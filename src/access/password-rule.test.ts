import { describe, expect, test } from 'vitest'
import { Refusal } from '#shared'
import { demandStrong, judgePassword, normalisePassword } from './password-rule.ts'

const names = ['mihon.taro', '見本 太郎', 'みほん診療所']
const alone = { secondFactor: false, names }
const withFactor = { secondFactor: true, names }

describe('without a second factor', () => {
  test.each([
    ['Kx7#vq2!mZp9', 'too-short'],
    [`${'x7#'.repeat(86)}`, 'too-long'],
    ['Kx7#vq2!\u0007mZp9', 'unprintable'],
    ['72#98!-63&51?', 'needs-letter'],
    ['Kx#vqw!mZpt-h', 'needs-digit'],
    ['Kx7vq2mZp9tRw', 'needs-symbol'],
    ['P@ssw0rd-2026', 'common'],
    ['Passw0rd!Passw0rd!', 'repeats'],
    ['Sakura-Byouin-2026!', 'common'],
    ['Yamada.Hanako1985', 'common'],
    ['Kx!1985/04/12-R7', 'date'],
    ['Qwertyuiop-1234!', 'sequence'],
    ['1qaz2wsx3edc!QAZ', 'sequence'],
    ['Aaaaaaaaaaa-111!', 'repeats'],
    ['kx7#mihon.taro!q', 'name'],
    ['kx7#見本vq2!mZp9t', 'name'],
    ['kx7#みほんvq2!mZp', 'name'],
  ])('%s is refused: %s', (password, reason) => {
    expect(judgePassword(password, alone)).toContain(reason)
  })

  test.each([
    'Kx7#vq2!mZp9t',
    'correct-horse-7battery',
    'あさひ7-ゆうやけ&やまみち',
    'gT$9wmLq3&zRb!2v',
    `Kx7#vq2!mZp9t${'μλψ4%'.repeat(40)}`,
  ])('%s is good', (password) => {
    expect(judgePassword(password, alone)).toEqual([])
  })
})

describe('with a second factor', () => {
  test('eight characters are enough', () => {
    expect(judgePassword('Kx7#vq2!', withFactor)).toEqual([])
    expect(judgePassword('Kx7#vq2!', alone)).toContain('too-short')
  })

  test.each(['P@ssw0rd', 'Sakura1!', 'Abc-1234', 'Kx7#vq2'])('%s is still refused', (password) => {
    expect(judgePassword(password, withFactor)).not.toEqual([])
  })
})

describe('held against the former password', () => {
  test.each([
    ['Kx7#vq2!mZp9t', 'Kx7#vq2!mZp9t'],
    ['Kx7#vq2!mZp9-01', 'Kx7#vq2!mZp9-02'],
    ['kX7#VQ2!MzP9T', 'Kx7#vq2!mZp9t'],
    ['83#kxvqmzpt!42', 'kxvq-7mzpt5%9'],
  ])('%s after %s is refused', (password, former) => {
    expect(judgePassword(password, { ...alone, former })).toContain('similar')
  })

  test('another one is good', () => {
    expect(judgePassword('Wn4&hd8?bLs6y', { ...alone, former: 'Kx7#vq2!mZp9t' })).toEqual([])
  })
})

test('full width and half width are one password', () => {
  expect(normalisePassword('Ｋｘ７＃')).toBe('Kx7#')
})

test('a symbol that only looks half as wide counts after normalisation', () => {
  expect(judgePassword('Ｋｘ７＃ｖｑ２！ｍＺｐ９ｔ', alone)).toEqual([])
})

test('a refusal tells every reason at once and the length that is needed', () => {
  const refused = () => demandStrong('sakura', alone)
  expect(refused).toThrow(Refusal)
  expect(refused).toThrow(
    expect.objectContaining({
      code: 'weak-password',
      facts: {
        reason: 'too-short',
        reasons: ['too-short', 'needs-digit', 'needs-symbol', 'common'],
        minLength: 13,
      },
    }),
  )
})

test('the refusal never holds the password', () => {
  try {
    demandStrong('sakura-hime', alone)
    expect.unreachable()
  } catch (error) {
    expect(JSON.stringify(error)).not.toContain('sakura')
    expect(String(error)).not.toContain('hime')
  }
})
