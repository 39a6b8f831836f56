import type { Fetched } from '../evidence/fetch-once.ts'

interface FetchWords {
  readonly fetched: string
  readonly what: Readonly<Record<Fetched['what'], string>>
  readonly outcomes: Readonly<Record<Fetched['outcome'], string>>
  readonly reasons: Readonly<Record<NonNullable<Fetched['reason']>, string>>
  readonly line: (what: string, url: string, outcome: string, why: string | null, said: string | null) => string
}

const words: Readonly<Record<'ja' | 'en', FetchWords>> = {
  ja: {
    fetched: '通信して取り寄せたもの',
    what: { certificate: '認証局の証明書', list: '失効リスト', 'ocsp-answer': '失効の答え（OCSP）' },
    outcomes: { fetched: '取り寄せた', 'from-cache': '控えを使った', 'not-fetched': '取り寄せられない' },
    reasons: {
      'bad-address': 'アドレスの形が正しくない',
      ldap: 'LDAP では取り寄せない',
      scheme: 'http と https のほかは使わない',
      'user-info': 'アドレスに名前や合い言葉が入っている',
      port: '80番と443番のほかのポートには尋ねない',
      'not-public': 'インターネットの外（内側の機器など）を指している',
      'host-not-found': 'その名前の相手が見つからない',
      unreachable: 'つながらない',
      'time-out': '時間内に答えがない',
      'too-large': '大きすぎる',
      redirected: '別の所へ回そうとする（回されない）',
      status: '断られたか、そこにない',
      unreadable: '頼んだものではない',
      'fetch-limit': 'ひとつのファイルのために尋ねる数か時間を超えた',
    },
    line: (what, url, outcome, why, said) =>
      why === null
        ? `${what} ${outcome}: ${url}`
        : `${what} ${outcome}（${why}${said === null ? '' : `、${said}`}）: ${url}`,
  },
  en: {
    fetched: 'Fetched over the network',
    what: { certificate: "authority's certificate", list: 'revocation list', 'ocsp-answer': 'OCSP answer' },
    outcomes: { fetched: 'fetched', 'from-cache': 'kept from before', 'not-fetched': 'not fetched' },
    reasons: {
      'bad-address': 'not an address',
      ldap: 'nothing is fetched by LDAP',
      scheme: 'neither http nor https',
      'user-info': 'the address holds a name or a password',
      port: 'only ports 80 and 443 are asked',
      'not-public': 'it leads to a place that is not on the public network',
      'host-not-found': 'nobody has that name',
      unreachable: 'no connection',
      'time-out': 'no answer in time',
      'too-large': 'too large',
      redirected: 'it wants to lead elsewhere, and is not followed',
      status: 'refused, or not there',
      unreadable: 'something else than was asked for',
      'fetch-limit': 'so many questions, or so long, for one file',
    },
    line: (what, url, outcome, why, said) =>
      why === null
        ? `${what} ${outcome}: ${url}`
        : `${what} ${outcome} (${why}${said === null ? '' : `, ${said}`}): ${url}`,
  },
}

/** What was asked for over the network and what became of it, a line each. */
export function fetchLines(fetched: readonly Fetched[], language: 'ja' | 'en'): readonly string[] {
  const { what, outcomes, reasons, line, fetched: title } = words[language]
  if (fetched.length === 0) return []
  const told = fetched.map((one) =>
    line(what[one.what], one.url, outcomes[one.outcome], one.reason === null ? null : reasons[one.reason], one.said),
  )
  return [`${title}:`, ...told.map((text) => `  ${text}`)]
}
