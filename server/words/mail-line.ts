import type { OutboxView } from '#outbox/contract'
import type { Language } from '../language.ts'

const words = {
  how: { ja: '最後に出した知らせを、宛先ごとに', en: 'the last mail to each address' },
  none: { ja: 'まだ1通も出していません', en: 'none sent yet' },
  waiting: { ja: '送っているところです', en: 'on its way' },
  sent: { ja: 'メールサーバーが受け取りました', en: 'taken over by the mail server' },
} as const

const sayFailed = (count: number): Readonly<Record<Language, string>> => ({
  ja: `${count}か所に届けられませんでした`,
  en: count === 1 ? 'one address could not be reached' : `${count} addresses could not be reached`,
})

/** A mail may be sent again long after it was written. */
const lastOf = ({ endedAt, madeAt }: OutboxView['mails'][number]) => endedAt ?? madeAt

/** メールの知らせ — whether alarms still reach somebody. It cannot be told by mail, so it stands on 今日; a mail that goes out, a test as well, mends it. */
export function mailLine({ mails }: OutboxView, language: Language) {
  const last = [
    ...new Map(
      [...mails].sort((a, b) => lastOf(a).localeCompare(lastOf(b))).map((mail) => [mail.recipient, mail]),
    ).values(),
  ]
  const failed = last.filter(({ state }) => state === 'failed')
  const waiting = last.some(({ state }) => state === 'waiting')
  const at = last
    .flatMap(({ endedAt }) => endedAt ?? [])
    .sort()
    .at(-1)
  const line = { key: 'mail', how: words.how[language], at } as const
  if (failed.length > 0) return { ...line, state: 'not-met', figure: sayFailed(failed.length)[language] } as const
  if (last.length === 0) return { ...line, state: 'unknown', figure: words.none[language] } as const
  if (waiting) return { ...line, state: 'unknown', figure: words.waiting[language] } as const
  return { ...line, state: 'met', figure: words.sent[language] } as const
}
