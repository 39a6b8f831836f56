import { inEra } from '#shared'
import type { ShownCertificate } from '../certificate/show-certificate.ts'
import { usageWords } from './trust-words.ts'

type Language = 'ja' | 'en'

const words = {
  ja: {
    subject: '名義',
    issuer: '発行者',
    serial: '番号',
    validity: '有効期間',
    key: '鍵',
    usage: '使い道',
    policies: '証明書ポリシ',
    hpki: 'HPKI',
    roles: '資格',
    lists: '失効リストの場所',
    responders: '失効の答え（OCSP）の場所',
    issuers: '発行者の証明書の場所',
    sha256: '指紋（SHA-256）',
    sha1: '指紋（SHA-1）',
    root: 'ルート証明書（自分で自分に署名している）。信頼する前に、発行元が公表している指紋と、下の指紋を1文字ずつ比べてください',
    ca: '認証局の証明書',
    holder: '利用者の証明書',
    standings: { 'not-yet': '（まだ有効ではない）', now: '', over: '（期限切れ）' },
    hpkiUses: {
      signing: '署名用',
      authentication: '認証用（署名には使わない）',
      issuing: '署名用証明書の発行',
      none: 'ポリシからは、HPKIの証明書とわからない',
    },
    bits: 'ビット',
    office: '（役職。資格ではない）',
    unknownRole: '（表にない）',
  },
  en: {
    subject: 'Subject',
    issuer: 'Issuer',
    serial: 'Number',
    validity: 'Valid',
    key: 'Key',
    usage: 'Use',
    policies: 'Policies',
    hpki: 'HPKI',
    roles: 'Roles',
    lists: 'Revocation lists at',
    responders: 'OCSP at',
    issuers: "Issuer's certificate at",
    sha256: 'Fingerprint (SHA-256)',
    sha1: 'Fingerprint (SHA-1)',
    root: 'Root certificate (it signed itself). Before trusting it, compare the fingerprint below, digit by digit, with the one that its operator publishes',
    ca: "An authority's certificate",
    holder: "A holder's certificate",
    standings: { 'not-yet': ' (not yet)', now: '', over: ' (over)' },
    hpkiUses: {
      signing: 'for signing',
      authentication: 'for authentication (never for signing)',
      issuing: 'issues certificates for signing',
      none: 'its policies name none of HPKI',
    },
    bits: ' bits',
    office: ' (an office, no licence)',
    unknownRole: ' (not in the table)',
  },
} as const

/** A certificate for a person at a terminal. */
export function certificateLines(shown: ShownCertificate, language: Language): readonly string[] {
  const said = words[language]
  const comma = language === 'ja' ? '、' : ', '
  const usages = [...shown.keyUsage, ...shown.extendedKeyUsage].map((one) => usageWords[one]?.[language] ?? one)
  const row = (name: string, text: string): readonly string[] => (text === '' ? [] : [`  ${name}: ${text}`])
  const rows = (name: string, texts: readonly string[]): readonly string[] => texts.flatMap((text) => row(name, text))
  return [
    shown.selfSigned ? said.root : shown.isCa ? said.ca : said.holder,
    ...row(said.subject, shown.subject),
    ...row(said.issuer, shown.issuer),
    ...row(said.serial, shown.serial),
    ...row(said.validity, validityOf(shown, language) + said.standings[shown.standing]),
    ...row(said.key, `${shown.key.kind.toUpperCase()} ${shown.key.bits}${said.bits}`),
    ...row(said.usage, usages.join(comma)),
    ...row(said.policies, shown.policies.join(comma)),
    ...row(said.hpki, said.hpkiUses[shown.hpki]),
    ...row(said.roles, shown.roles.map((role) => roleOf(role, language)).join(comma)),
    ...rows(said.lists, shown.lists),
    ...rows(said.responders, shown.responders),
    ...rows(said.issuers, shown.issuers),
    `  ${said.sha256}:`,
    ...inGroups(shown.sha256).map((line) => `    ${line}`),
    `  ${said.sha1}:`,
    ...inGroups(shown.sha1).map((line) => `    ${line}`),
  ]
}

const validityOf = ({ fromOn, untilOn }: ShownCertificate, language: Language): string =>
  language === 'ja' ? `${inEra(fromOn)} から ${inEra(untilOn)} まで` : `${fromOn} to ${untilOn}`

function roleOf({ text, japanese, licence }: ShownCertificate['roles'][number], language: Language): string {
  const said = words[language]
  const named = language === 'ja' && japanese !== null ? `${japanese}（${text}）` : text
  if (licence === null) return `${named}${said.unknownRole}`
  return licence ? named : `${named}${said.office}`
}

/** Four digits at a time, eight times a line: so a person keeps the place. */
const inGroups = (digits: string): readonly string[] => {
  const groups = digits.toUpperCase().match(/.{4}/g) ?? []
  return Array.from({ length: Math.ceil(groups.length / 8) }, (_, i) => groups.slice(i * 8, i * 8 + 8).join(' '))
}
