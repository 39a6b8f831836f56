import type { PaperLanguage } from '#paper'

const ja = {
  title: '文書保存期間一覧',
  lead: 'いくつもの法令がかかるときは、いちばん長いものに従います。起算日が分からない文書と、定めのない文書は廃棄しません。法令の期間がかかるのは原本だけです。',
  kinds: '文書の種類',
  heads: ['文書の種類', '保存期間と根拠'],
  none: '定めがない。施設の規程で決めるまで廃棄しない',
  copies: { copy: '写し（原本はほかにある）', emergency: '非常時閲覧用' },
  rules: '施設の定め（いま有効なもの）',
  ruleHeads: ['何について', '年数', '根拠', '確かめた日'],
  period: (years: number, start: string) => `${start}から${years}年`,
  keepers: '閉院・承継・移転のあとの保存',
  keeperHeads: ['何があったか', 'その日', '保存する人・施設と連絡先', 'いつまで'],
  events: { closure: '閉院・閉局', succession: '承継', move: '移転' },
  unsaid: '書かれていない',
  marked: '「未確認」の印がある行は、条文とまだ照合していません。',
  version: (day: string) => `法令の表は${day}のものです。`,
  foot: '当院の記録です。国や第三者の認証ではありません。',
  sample: '見本',
}

const en: typeof ja = {
  title: 'How long documents are kept',
  lead: 'Where several laws apply, the longest wins. Documents whose start is unknown, and those without a rule, are not destroyed. Only originals carry what the laws ask.',
  kinds: 'Kinds of documents',
  heads: ['Kind of document', 'Period and reason'],
  none: 'no rule; not destroyed until the facility makes one',
  copies: { copy: 'Copies (the original is elsewhere)', emergency: 'For reading in an emergency' },
  rules: 'Rules of the facility (those that stand)',
  ruleHeads: ['About', 'Period', 'Source', 'Looked up'],
  period: (years, start) => `${years} years from ${start}`,
  keepers: 'Who keeps them after a closure, succession or move',
  keeperHeads: ['What happened', 'On', 'Keeper, and where to ask', 'Until'],
  events: { closure: 'Closure', succession: 'Succession', move: 'Move' },
  unsaid: 'not written down',
  marked: 'Rows with a mark were not yet compared with the text of the law.',
  version: (day) => `The table of laws is of ${day}.`,
  foot: 'A record of the facility itself, not a certification.',
  sample: 'SAMPLE',
}

export const wordsIn = (language: PaperLanguage) => (language === 'ja' ? ja : en)
