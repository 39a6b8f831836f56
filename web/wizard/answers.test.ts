import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { afterAnswer, answerFrom, shownChoices } from './answers.ts'
import { type Question, type QuestionId, questions } from './questions.ts'

const question = (id: QuestionId): Question => {
  const found = questions.find((one) => one.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

test('what nobody knows stays absent, and is not a no', () => {
  const practices = afterAnswer(question('devices'), { wifi: 'unknown' }, { usesWirelessLan: true })
  expect(practices.usesWirelessLan).toBeUndefined()
  expect(practices.hasManyAccessPoints).toBeUndefined()
  expect(practices.usesIotDevices).toBe(false)
})

test('a no closes the questions that only a yes would open', () => {
  const practices = afterAnswer(question('scanning'), {}, {})
  expect(practices).toMatchObject({ scansPaper: false, scansFilms: false, scansPastPaperByProvider: false })
})

test('a yes leaves open what was not asked', () => {
  const practices = afterAnswer(question('outside'), { remote: 'yes' }, {})
  expect(practices).toMatchObject({ usesRemoteMaintenance: true, hasExternalConnection: true, hasSiteToSiteVpn: false })
  expect('sendsFilesInRemoteMaintenance' in practices).toBe(false)
})

test('no line at all means no connection, but not while one line is unknown', () => {
  expect(afterAnswer(question('outside'), {}, {}).hasExternalConnection).toBe(false)
  expect('hasExternalConnection' in afterAnswer(question('outside'), { vpn: 'unknown' }, {})).toBe(false)
})

test('the answers of other questions stay as they were', () => {
  const practices = afterAnswer(question('exchange'), {}, { usesWirelessLan: true, usesMailOrFileExchange: true })
  expect(practices).toMatchObject({ usesWirelessLan: true, usesMailOrFileExchange: false })
})

test('what hangs under a choice is asked only when that choice was taken', () => {
  const keys = (answer: Parameters<typeof shownChoices>[1]) =>
    shownChoices(question('takeOut'), answer).map((c) => c.key)
  expect(keys({})).toEqual(['takes', 'byod', 'disposes'])
  expect(keys({ takes: 'yes' })).toEqual(['takes', 'mobile', 'connects', 'byod', 'disposes'])
})

test('coming back shows what was answered, with the open ones as unknown', () => {
  const answered = { mail: 'yes', media: 'unknown', tests: 'no', resets: 'no' } as const
  const practices = afterAnswer(question('exchange'), answered, {})
  expect(answerFrom(question('exchange'), practices)).toEqual(answered)
})

test('every fact the questions speak of is one the edition knows', () => {
  const file = new URL('../../packages/guideline/data/mhlw-5.2/applicability-facts.yaml', import.meta.url)
  const known = new Set([...readFileSync(file, 'utf8').matchAll(/- key: (\w+)/g)].map(([, key]) => key))
  const spoken = questions.flatMap(({ choices, anyOf = [] }) => [
    ...choices.flatMap(({ facts = [], implies = [], closes = [] }) => [...facts, ...implies, ...closes]),
    ...anyOf.flatMap(({ fact, closes = [] }) => [fact, ...closes]),
  ])
  expect(spoken.filter((fact) => !known.has(fact))).toEqual([])
})
