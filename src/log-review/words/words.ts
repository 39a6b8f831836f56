import type { LookCode } from '../look-lines.ts'
import type { DueView, LogReviewView } from '../wire.ts'

type Bilingual = { readonly ja: string; readonly en: string }

/** 確かめるところ — what each line counts, as pages and papers say it. */
export const lookWords: Readonly<Record<LookCode, Bilingual>> = {
  'sign-in-failed': { ja: 'サインインの失敗', en: 'Sign-ins that failed' },
  'locked-out': { ja: '失敗が続いて止めた受付', en: 'Accounts locked after failures' },
  refused: { ja: '権限がなく断った操作', en: 'Acts refused for want of a right' },
  left: { ja: '退職・異動した人の利用者番号での操作', en: 'Acts by accounts of people who left' },
  'rights-changed': {
    ja: '利用者の権限・登録の変更（停止・再登録を含む）',
    en: 'Changes of accounts and rights (suspensions and resets included)',
  },
  'new-accounts': { ja: '新しい利用者', en: 'New accounts' },
  'links-opened': { ja: '外部の人に開いたリンク', en: 'Links opened for people outside' },
  exported: { ja: '台帳などの書き出し', en: 'Exports of the registry and other lists' },
  'many-changed': { ja: '台帳のまとめての書き換え', en: 'Changes of many registry items at once' },
  'verification-failed': { ja: '異常が見つかった証跡の検証', en: 'Verifications of the journal that found something' },
  contradicted: { ja: '立会人が告げた食い違い', en: 'Contradictions told by witnesses' },
  'history-continued': {
    ja: '証跡の継続・検印の控えの作り直し・鍵の取り替え',
    en: 'Journal continued, anchor remade, keys rotated',
  },
}

export const targetWords: Readonly<Record<LogReviewView['target'], Bilingual>> = {
  journal: { ja: 'お守りの証跡', en: "Omamori's own journal" },
  system: { ja: 'ほかのシステムのログ', en: 'Log of another system' },
}

export const resultWords: Readonly<Record<LogReviewView['result'], Bilingual>> = {
  'nothing-unusual': { ja: '気になることはなかった', en: 'nothing unusual' },
  findings: { ja: '気になることがあった', en: 'something was found' },
  withdrawn: { ja: '取り消し（確認ではなかった）', en: 'withdrawn: it was no review' },
}

export const dueWords: Readonly<Record<DueView['state'], Bilingual>> = {
  'no-interval': { ja: '間隔を決めていません', en: 'no interval set' },
  never: { ja: 'まだ確かめていません', en: 'not looked at yet' },
  late: { ja: '期限切れ', en: 'late' },
  soon: { ja: 'もうすぐ期限', en: 'due soon' },
  'in-time': { ja: '期限内', en: 'in time' },
}
