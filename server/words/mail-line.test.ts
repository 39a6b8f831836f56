import { expect, it } from 'vitest'
import type { OutboxView } from '#outbox/contract'
import { mailLine } from './mail-line.ts'

type Mail = OutboxView['mails'][number]

const mail = (recipient: string, madeAt: string, state: Mail['state']): Mail => ({
  ...{
    mailId: `${recipient}-${madeAt}`,
    kind: 'test',
    recipient,
    subject: '',
    madeAt,
    state,
    attempts: 1,
    canGoAgain: false,
  },
  ...(state === 'waiting' ? {} : { endedAt: madeAt }),
})
const line = (...mails: readonly Mail[]) => mailLine({ alarms: [], waiting: 0, mails: [...mails] }, 'ja')

it('a mail that was given up is told until a later one to the same address went out', () => {
  const given = mail('a@example.jp', '2026-11-20T00:00:00.000Z', 'failed')
  expect(line(given)).toMatchObject({ state: 'not-met', figure: '1か所に届けられませんでした' })
  expect(line(mail('a@example.jp', '2026-11-21T00:00:00.000Z', 'sent'), given)).toMatchObject({ state: 'met' })
  expect(
    line(
      { ...given, state: 'sent', endedAt: '2026-11-23T00:00:00.000Z' },
      mail('a@example.jp', '2026-11-21T00:00:00.000Z', 'failed'),
    ),
  ).toMatchObject({ state: 'met' })
  expect(line(given, mail('b@example.jp', '2026-11-21T00:00:00.000Z', 'sent'))).toMatchObject({ state: 'not-met' })
})

it('what nobody tried, or is still on its way, is not known', () => {
  expect(line()).toMatchObject({ state: 'unknown', figure: 'まだ1通も出していません' })
  expect(line(mail('a@example.jp', '2026-11-20T00:00:00.000Z', 'waiting'))).toMatchObject({ state: 'unknown' })
})
