interface Both {
  readonly ja: string
  readonly en: string
}

/** What an alarm is called on the pages. */
export const alarmWords = {
  'journal-findings': { ja: '証跡に、合わない所がある', en: 'the journal does not fit what was signed' },
  'contents-damaged': { ja: '保存している内容が傷んでいる', en: 'stored contents are damaged' },
  'audit-missing': { ja: '証跡の検証ができていない', en: 'the journal is not being verified' },
  'witness-contradicted': { ja: '立会人が、証跡の食い違いを告げている', en: 'a witness contradicts the journal' },
  'witness-split-view': {
    ja: '立ち会っている証跡に、食い違いがある',
    en: 'a journal that is witnessed here contradicts itself',
  },
  'witness-waiting': { ja: '証跡が、立会人に届いていない', en: 'no witness sees the journal' },
  quarantine: {
    ja: '証跡が控えと合わず、書き込みを止めている',
    en: 'nothing is written: the journal does not fit its anchor',
  },
} as const satisfies Readonly<Record<string, Both>>

export type AlarmKind = keyof typeof alarmWords

/** What came of a mail, for people who look. */
export const codeWords = {
  'no-server': { ja: 'メールサーバーが登録されていません', en: 'no mail server is named' },
  unreachable: { ja: 'メールサーバーにつながりません', en: 'the mail server cannot be reached' },
  slow: { ja: 'メールサーバーから、時間内に返事がありません', en: 'the mail server did not answer in time' },
  'no-tls': { ja: 'メールサーバーが暗号化（TLS）に応じません', en: 'the mail server offers no encryption (TLS)' },
  certificate: {
    ja: 'メールサーバーの証明書を確かめられません',
    en: "the mail server's certificate does not hold",
  },
  'sign-in': { ja: '利用者名かパスワードが受け付けられません', en: 'the user name or the password was refused' },
  sender: { ja: '差出人の住所が受け付けられません', en: 'the address of the sender was refused' },
  recipient: { ja: '宛先が受け付けられません', en: 'the address was refused' },
  message: { ja: '本文が受け付けられません', en: 'the text was refused' },
  busy: { ja: 'メールサーバーが、いまは受け付けられないと返しました', en: 'the mail server says: not now' },
  'broken-off': { ja: 'やり取りの途中で切れました', en: 'the conversation broke off' },
  'not-listed': { ja: '宛先の一覧から外されました', en: 'the address was taken off the list' },
} as const satisfies Readonly<Record<string, Both>>

export type MailCode = keyof typeof codeWords

/** What this room writes in the journal, as the journal's page says it. */
export const acts = {
  'mail.server-named': { ja: 'メールサーバーと宛先を決めた', en: 'named the mail server and who is told' },
  'mail.server-dropped': { ja: 'メールサーバーを外した', en: 'dropped the mail server' },
  'mail.tested': { ja: '試しのメールを送った', en: 'sent a test mail' },
  'mail.sent-again': {
    ja: 'あきらめたメールを、もう一度送ろうとした',
    en: 'tried again to send a mail that had been given up',
  },
  'mail.given-up': { ja: 'メールを届けられず、あきらめた', en: 'gave up a mail that could not be delivered' },
  'alarm.raised': { ja: '警報が立った', en: 'an alarm was raised' },
  'alarm.cleared': { ja: '警報がおさまった', en: 'an alarm was cleared' },
} as const

export type Act = keyof typeof acts
