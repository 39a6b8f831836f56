import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerFrom, learntBy, shownChoices } from './answers.ts'
import { type Question, type QuestionId, questions } from './questions.ts'

const question = (id: QuestionId): Question => {
  const found = questions.find((one) => one.id === id)
  if (!found) throw new Error(`no question ${id}`)
  return found
}

test('what nobody knows is taken back, and is not a no', () => {
  expect(learntBy(question('devices'), { wifi: 'unknown' })).toMatchObject({
    usesWirelessLan: null,
    hasManyAccessPoints: null,
    usesIotDevices: false,
  })
})

test('a no closes the questions that only a yes would open', () => {
  const closed = { scansPaper: false, scansFilms: false, scansPastPaperByProvider: false }
  expect(learntBy(question('scanning'), {})).toMatchObject(closed)
})

test('a yes leaves open what was not asked', () => {
  expect(learntBy(question('outside'), { remote: 'yes' })).toMatchObject({
    usesRemoteMaintenance: true,
    hasExternalConnection: true,
    hasSiteToSiteVpn: false,
    sendsFilesInRemoteMaintenance: null,
  })
})

test('no line at all means no connection, but not while one line is unknown', () => {
  expect(learntBy(question('outside'), {}).hasExternalConnection).toBe(false)
  expect(learntBy(question('outside'), { vpn: 'unknown' }).hasExternalConnection).toBeNull()
})

test('an answer speaks of its own question only', () => {
  expect(Object.keys(learntBy(question('exchange'), {}))).toEqual([
    'usesMailOrFileExchange',
    'usesUnmanagedMediaOrExternalData',
    'usesRealDataForTests',
    'resetsPasswords',
  ])
})

test('what hangs under a choice is asked only when that choice was taken', () => {
  const keys = (answer: Parameters<typeof shownChoices>[1]) =>
    shownChoices(question('takeOut'), answer).map((c) => c.key)
  expect(keys({})).toEqual(['takes', 'byod', 'disposes'])
  expect(keys({ takes: 'yes' })).toEqual(['takes', 'mobile', 'connects', 'byod', 'disposes'])
})

test('coming back shows what was answered, with the open ones as unknown', () => {
  const answered = { mail: 'yes', media: 'unknown', tests: 'no', resets: 'no' } as const
  const stored = Object.entries(learntBy(question('exchange'), answered)).flatMap(([fact, answer]) =>
    answer === null ? [] : [[fact, { answer, confirmedOn: '2026-11-22' }]],
  )
  expect(answerFrom(question('exchange'), Object.fromEntries(stored))).toEqual(answered)
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
