import {
  documentRefusals,
  emergencyRefusals,
  exportRefusals,
  mediumRefusals,
  preservationRefusals,
  retentionRefusals,
  scanRefusals,
} from '#archive'
import { inspectionRefusals } from '#assessment'
import { refusals as federationRefusals } from '#federation'
import { refusals as logReviewRefusals } from '#log-review'
import { refusals as outboxRefusals } from '#outbox'
import type { Refusal, RefusalCode } from '#shared'
import { cardRefusals, trustRefusals, verifyRefusals } from '#signature'
import { refusals as supplierRefusals } from '#supplier'
import type { Language } from '../language.ts'
import { placeRefusals } from './place.ts'
import { sayQuarantine } from './quarantine.ts'

export interface Said {
  /** What happened. */
  readonly title: string
  /** What is safe, and what to do. */
  readonly detail: string
}

type Words = Readonly<Record<RefusalCode, Said>>

const ja: Words = {
  malformed: {
    title: '内容を読み取れませんでした。',
    detail: '何も変更していません。印のついた所を直して、もう一度送ってください。',
  },
  'too-large': {
    title: '大きすぎるため受け取れませんでした。',
    detail: '何も変更していません。小さくするか、分けて送ってください。',
  },
  'not-signed-in': { title: 'サインインが必要です。', detail: 'サインインしてから、もう一度開いてください。' },
  'second-factor-needed': {
    title: 'もう一つの確認が必要です。',
    detail: '確認用アプリの番号か、印刷した番号を入れてください。',
  },
  'sign-in-failed': {
    title: 'サインインできませんでした。',
    detail: '利用者名・パスワード・番号のどれかが違います。確かめて、もう一度入れてください。',
  },
  'locked-out': {
    title: '失敗が続いたため、しばらく受け付けません。',
    detail: '時間をおいて、もう一度お試しください。急ぐときは管理者に再登録を頼んでください。',
  },
  'not-permitted': {
    title: 'この操作をする権限がありません。',
    detail: '何も変更していません。必要なときは、管理者に権限を頼んでください。',
  },
  'not-found': {
    title: '見つかりませんでした。',
    detail: '消されたか、場所が変わったか、見る権限がありません。一覧から選び直してください。',
  },
  conflict: {
    title: 'ほかの人が先に変更しました。',
    detail: '入力は画面に残っています。いまの内容を見て、もう一度保存してください。',
  },
  'already-exists': {
    title: '同じものがすでにあります。',
    detail: '何も変更していません。別の名前にするか、いまあるものを開いてください。',
  },
  'weak-password': {
    title: 'このパスワードは使えません。',
    detail: '13文字以上（第二の要素があれば8文字以上）で、英字・数字・記号を混ぜ、推測されにくいものにしてください。',
  },
  'read-only': {
    title: '保存できませんでした。',
    detail: 'これまでの記録は無事で、読むことはできます。ディスクの空きを確かめてから、もう一度保存してください。',
  },
  unreachable: {
    title: 'データベースのサーバーが応答しません。',
    detail:
      'これまでの記録は無事です。いまの操作は行われていません。少し待ってからもう一度試し、続くときはサーバーが動いているか確かめてください。',
  },
  'newer-data': {
    title: 'データが、このプログラムより新しい版で書かれています。',
    detail: 'データには触れていません。新しい版のお守りで開いてください。',
  },
  corrupt: {
    title: 'データベースが壊れています。',
    detail: '上書きはしていません。フォルダーをそのまま写しを取ってから、最後のバックアップを戻してください。',
  },
  locked: {
    title: 'いまは開けません。',
    detail: 'データには触れていません。ほかで動いているお守りを止めるか、鍵の場所を確かめてください。',
  },
  unsupported: {
    title: 'この環境では動かせません。',
    detail: 'データには触れていません。足りないものを入れてから、もう一度始めてください。',
  },
}

const en: Words = {
  malformed: {
    title: 'The content could not be read.',
    detail: 'Nothing was changed. Correct the places marked and send it again.',
  },
  'too-large': {
    title: 'It is too large to be accepted.',
    detail: 'Nothing was changed. Make it smaller or send it in parts.',
  },
  'not-signed-in': { title: 'You need to sign in.', detail: 'Sign in and open the page again.' },
  'second-factor-needed': {
    title: 'A second check is needed.',
    detail: 'Enter the number from your app or from the printed list.',
  },
  'sign-in-failed': {
    title: 'Signing in did not work.',
    detail: 'The user name, the password or the number is wrong. Check them and try again.',
  },
  'locked-out': {
    title: 'After repeated failures nothing is accepted for a while.',
    detail: 'Wait and try again. If it is urgent, ask an administrator for a reset.',
  },
  'not-permitted': {
    title: 'You are not permitted to do this.',
    detail: 'Nothing was changed. Ask an administrator if you need to.',
  },
  'not-found': {
    title: 'It was not found.',
    detail: 'It was removed or moved, or you may not see it. Choose it again from the list.',
  },
  conflict: {
    title: 'Somebody else changed it first.',
    detail: 'Your input is still on the screen. Look at the current content and save again.',
  },
  'already-exists': {
    title: 'There is one already.',
    detail: 'Nothing was changed. Choose another name or open the existing one.',
  },
  'weak-password': {
    title: 'This password cannot be used.',
    detail:
      'Use 13 characters or more (8 with a second factor), mixing letters, digits and symbols, and hard to guess.',
  },
  'read-only': {
    title: 'It could not be saved.',
    detail: 'Everything recorded so far is safe and can be read. Check the free space of the disk and save again.',
  },
  unreachable: {
    title: 'The database server does not answer.',
    detail:
      'Everything recorded so far is safe, and this was not done. Try again in a moment, or see whether the server runs.',
  },
  'newer-data': {
    title: 'The data was written by a newer version of this program.',
    detail: 'It was not touched. Open it with the newer version.',
  },
  corrupt: {
    title: 'The database is damaged.',
    detail: 'Nothing was overwritten. Copy the folder as it is, then restore the last backup.',
  },
  locked: {
    title: 'It cannot be opened now.',
    detail: 'The data was not touched. Stop the other Omamori, or check where the keys are.',
  },
  unsupported: {
    title: 'It cannot run in this environment.',
    detail: 'The data was not touched. Install what is missing and start again.',
  },
}

const words: Readonly<Record<Language, Words>> = { ja, en }

// Rooms that know more about why say it themselves.
const refusals = {
  ...supplierRefusals,
  ...inspectionRefusals,
  ...federationRefusals,
  ...logReviewRefusals,
  ...outboxRefusals,
  ...trustRefusals,
  ...verifyRefusals,
  ...cardRefusals,
  ...documentRefusals,
  ...preservationRefusals,
  ...emergencyRefusals,
  ...exportRefusals,
  ...retentionRefusals,
  ...scanRefusals,
  ...mediumRefusals,
  ...placeRefusals,
}

type Reason = keyof typeof refusals

/** What happened, what is safe, what to do. */
export function sayRefusal({ code, facts }: Refusal, language: Language): Said {
  const { reason } = facts
  if (reason === 'quarantine') return sayQuarantine(facts.because, language)
  const said = typeof reason === 'string' && Object.hasOwn(refusals, reason) ? refusals[reason as Reason] : undefined
  return said?.[language] ?? words[language][code]
}

/** A fault is our mistake: the person gets a number, the log gets the cause. */
export function sayFault(number: string, language: Language): Said {
  if (language === 'en') {
    return {
      title: 'Something went wrong on our side.',
      detail: `Nothing was half saved. Try again, or tell us the number ${number}.`,
    }
  }
  return {
    title: 'お守りの側で問題が起きました。',
    detail: `途中まで保存されたものはありません。もう一度試すか、番号 ${number} を添えて知らせてください。`,
  }
}
