import { dayOf, type Instant, inEra, timeOf } from '#shared'
import { type AlarmKind, alarmWords } from './words.ts'

/** Of whom a mail speaks. */
export interface Named {
  readonly name: string
  readonly sample: boolean
}

export interface MailText {
  readonly subject: string
  readonly body: string
}

type Advice = Readonly<Record<AlarmKind, { readonly safe: string; readonly todo: string }>>

const ja: Advice = {
  'journal-findings': {
    safe: '記録そのものは残っていて、見ることができます。どこが合わないかは画面に出ています。',
    todo: '片づけたり直したりせずに、データのフォルダーの写しを取り、安全管理の責任者に知らせて、バックアップと見比べてください。',
  },
  'contents-damaged': {
    safe: 'ほかの文書は無事で、読むことができます。どの内容が傷んだかは、証跡に残っています。',
    todo: 'お守りを動かしている機械で omamori archive check を動かし、示された内容をバックアップから戻してください。',
  },
  'audit-missing': {
    safe: '記録は続いています。ただし、書き換えられていないことは、いま確かめられていません。',
    todo: 'お守りが動いているか、ディスクに空きがあるかを見て、「定期処理」から検証をもう一度動かしてください。',
  },
  'witness-contradicted': {
    safe: '記録は続いていて、失われていません。',
    todo: '片づけずに、データのフォルダーの写しを取り、安全管理の責任者に知らせて、立会人に電話で確かめてください。',
  },
  'witness-split-view': {
    safe: '証拠は残してあります。この施設の証跡の話ではありません。',
    todo: '「立会い」から証拠を書き出し、メールではなく電話で相手に知らせてください。',
  },
  'witness-waiting': {
    safe: '記録は続いていて、失われていません。届くまでの分は、書き換えから守られていません。',
    todo: '「立会い」で相手の返事を確かめてください。',
  },
  quarantine: {
    safe: 'これまでの記録は無事で、見ることができます。新しい記録は書かれていません。',
    todo: '片づけずに、お守りを動かしている機械の画面を見て、書いてある手順に従ってください。',
  },
}

const en: Advice = {
  'journal-findings': {
    safe: 'The entries are there and can be read. The screen says where they do not fit.',
    todo: 'Do not tidy up or repair. Take a copy of the data folder, tell whoever is responsible for security, and compare with a backup.',
  },
  'contents-damaged': {
    safe: 'Every other document is whole and can be read. The journal says which content is damaged.',
    todo: 'Run omamori archive check on the machine of Omamori, and restore what it names from a backup.',
  },
  'audit-missing': {
    safe: 'Recording goes on. That nothing was rewritten is not being verified.',
    todo: 'See whether Omamori runs and the disk has room, and run the verification from the page of the timetable.',
  },
  'witness-contradicted': {
    safe: 'Recording goes on and nothing is lost.',
    todo: 'Do not tidy up. Take a copy of the data folder, tell whoever is responsible for security, and ask the witness by telephone.',
  },
  'witness-split-view': {
    safe: "The evidence is kept. This is not about this facility's own journal.",
    todo: 'Save the evidence from the page of witnesses, and tell the other side by telephone, not by mail.',
  },
  'witness-waiting': {
    safe: 'Recording goes on and nothing is lost. What is newer is not protected from being rewritten until a witness has seen it.',
    todo: 'See on the page of witnesses how they answer.',
  },
  quarantine: {
    safe: 'What was recorded is safe and can be read. Nothing new is written.',
    todo: 'Do not tidy up. Look at the machine that runs Omamori, and follow what it says.',
  },
}

/** 警報のメール — what, since when, what is safe, what to do, where to look. */
export function sayRaised(kind: AlarmKind, of: Named, since: Instant): MailText {
  const title = alarmWords[kind]
  return {
    subject: subjectOf(of, `警報：${title.ja}`),
    body: joined([
      `${nameOf(of)}のお守りからのお知らせです。`,
      `何が：${title.ja}。`,
      `いつから：${momentJa(since)}（気づいた時刻）`,
      `無事なもの：${ja[kind].safe}`,
      `すること：${ja[kind].todo}`,
      '見る所：お守りの「今日」の画面',
      'おさまったら、もう一度お知らせします。このメールに返信しても、お守りには届きません。',
      RULE,
      `From Omamori of ${nameOf(of)}.`,
      `What: ${title.en}.`,
      `Since: ${momentEn(since)} (when it was noticed)`,
      `Safe: ${en[kind].safe}`,
      `To do: ${en[kind].todo}`,
      'Where to look: the first page of Omamori.',
      'You will be told when it is over. Answers to this mail do not reach Omamori.',
    ]),
  }
}

export function sayCleared(kind: AlarmKind, of: Named, { since, at }: { since: Instant; at: Instant }): MailText {
  const title = alarmWords[kind]
  return {
    subject: subjectOf(of, `おさまりました：${title.ja}`),
    body: joined([
      `${nameOf(of)}のお守りからのお知らせです。`,
      `先にお知らせした「${title.ja}」は、おさまりました。`,
      `いつから：${momentJa(since)}`,
      `いつまで：${momentJa(at)}`,
      'すること：覚えのないまま おさまったときは、お守りの「証跡」で、何があったかを確かめてください。',
      RULE,
      `From Omamori of ${nameOf(of)}.`,
      `Over: ${title.en}.`,
      `From ${momentEn(since)} to ${momentEn(at)}.`,
      'To do: if nobody knows why it is over, see in the journal what happened.',
    ]),
  }
}

export function sayTest(of: Named, at: Instant): MailText {
  return {
    subject: subjectOf(of, '試しのメール'),
    body: joined([
      `${nameOf(of)}のお守りが、試しに送ったメールです。することはありません。`,
      `送った時刻：${momentJa(at)}`,
      '警報が立ったときと、おさまったときに、このようにお知らせします。',
      RULE,
      `A test mail of Omamori of ${nameOf(of)}, sent ${momentEn(at)}. Nothing is to be done.`,
      'When an alarm is raised, and when it is over, you will be told like this.',
    ]),
  }
}

const RULE = '--------------------------------'
const joined = (lines: readonly string[]) => `${lines.join('\n\n')}\n`

/** A name is entered by people, and stands in a header: one line, and not longer than one is read. */
function nameOf({ name }: Named): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 80)
}

function subjectOf(of: Named, what: string): string {
  return `${of.sample ? '［見本］' : ''}【お守り】${what}（${nameOf(of)}）`
}

const english = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Tokyo' })
const momentJa = (at: Instant) => `${inEra(dayOf(at))} ${timeOf(at).slice(0, 5)}`
const momentEn = (at: Instant) => `${english.format(Date.parse(at))} (Japan)`
