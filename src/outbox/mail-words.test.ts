import { expect, it } from 'vitest'
import { sayCleared, sayRaised, sayTest } from './mail-words.ts'
import { alarmKinds } from './wire.ts'

const since = '2026-11-22T18:15:00.000Z'
const of = { name: 'みほん診療所', sample: false }

it('says which facility, what, since when in 令和, what is safe, what to do and where to look, in both languages', () => {
  const { subject, body } = sayRaised('journal-findings', of, since)
  expect(subject).toBe('【お守り】警報：証跡に、合わない所がある（みほん診療所）')
  expect(body).toContain('いつから：令和8年11月23日（月） 03:15（気づいた時刻）')
  for (const part of ['何が：', '無事なもの：', 'すること：', '見る所：']) expect(body).toContain(part)
  for (const part of ['What: ', 'Since: 23 November 2026', 'Safe: ', 'To do: ', 'Where to look: '])
    expect(body).toContain(part)
})

it('a name with line breaks and marks of direction is one line, in the subject too', () => {
  const { subject, body } = sayTest({ name: 'みほん\r\nBcc: x@example.jp\u202e診療所', sample: true }, since)
  expect(subject).toBe('［見本］【お守り】試しのメール（みほん Bcc: x@example.jp 診療所）')
  expect(body.split('\n').some((line) => line.startsWith('Bcc'))).toBe(false)
})

it.each(alarmKinds)('%s has words for its beginning and its end', (kind) => {
  expect(sayRaised(kind, of, since).body.length).toBeGreaterThan(200)
  const { subject, body } = sayCleared(kind, of, { since, at: '2026-11-23T00:00:00.000Z' })
  expect(subject).toContain('おさまりました')
  expect(body).toContain('いつまで：令和8年11月23日（月） 09:00')
})
