import { actions } from './ja-actions.ts'
import { findings } from './ja-findings.ts'
import { asRequest } from './ja-verbs.ts'
import type { Sentences } from './words.ts'

export const ja: Sentences = {
  findings,
  actions,
  request: asRequest,
  stale: (seen, t) =>
    `${seen}ただし、確かめたのは${t.day('takenOn')}で、${t.the('validDays')}日を過ぎているため、いまは分かりません。`,
  disputed: (seen, t) =>
    `${seen}ただし、確かめたのは${t.day('takenOn')}で、いまの事業者の回答と食い違っています。どちらが正しいか決まるまで分かりません。`,
  reasons: {
    'facts-missing': '台帳に書かれていないことがあります。',
    'supplier-asked': '保守会社に確認中です。',
    'facts-stale': '台帳の記載を確かめた日から、時間がたちすぎています。',
    'applicability-unknown': '当院に当てはまるか、まだ分かっていません。',
    'needs-person': '台帳の記載はそろっています。人が確かめるのを待っています。',
    'needs-attestation': '人の申告が必要です。',
    'attestation-expired': '人の申告の期限が切れています。',
    'another-part': '自動で判定する部分は、まだありません。人の申告で補えます。',
    applicability: '当院には当てはまりません。',
    retired: 'この項目は廃止されました。これまでの回答は残っています。',
    alternative: 'どれか一つでよい項目のうち、ほかの項目を満たしています。',
    exempted: '施設長が、理由を付けて対象外と承認しています。',
    children: '下の項目をまとめた結果です。',
  },
  notice: 'この点検は自己点検です。国や第三者の認証ではありません。',
  staleDispute: (t) =>
    `${t.thing}の${t.field}は、${t.day('staleSince')}から確かめていない台帳では「${t.the('registered')}」ですが、${t.named('supplier')}は${t.day('answeredOn')}に「${t.the('answered')}」と答えています。正しいほうが決まるまで、どちらでも判定しません。`,
  dispute: (t) =>
    `${t.thing}の${t.field}は、台帳では「${t.the('registered')}」ですが、${t.named('supplier')}は${t.day('answeredOn')}に「${t.the('answered')}」と答えています。台帳のほうで判定しました。`,
  contradiction: (t) =>
    `質問${t.has('question') ? t.named('question') : ''}の答えは「いいえ」ですが、台帳に${t.thing}があります。台帳に従って判定しています。`,
}
