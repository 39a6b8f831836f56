import type { PaperLanguage } from '#paper'

const ja = {
  proposal: '廃棄する文書の一覧',
  certificate: '廃棄証明書',
  withdrawn: '廃棄の申し出（取り下げ）',
  lead: {
    proposed: '次の文書を廃棄することについて、二人の承認を求めます。承認がそろうまで、何も廃棄しません。',
    'carried-out': '次の文書を、二人の承認を得て廃棄したことを証明します。',
    withdrawn: 'この申し出は取り下げられました。どの文書も、この申し出によって廃棄されていません。',
  },
  facility: '施設',
  number: '番号',
  numbered: (number: number) => `第${number}号`,
  reason: '理由',
  proposed: '申し出',
  approved: (number: number) => `承認（${number}人目）`,
  approvedOutside: (by: string) => `書面による承認（書き写した人：${by}）`,
  ended: { 'carried-out': '廃棄', withdrawn: '取り下げ' },
  how: '廃棄の方法',
  destroyed:
    '文書を暗号にした鍵を破棄しました。暗号文はもう誰にも読めません。検索用の文字と縮小した画像も消しました。版の経緯と、廃棄したことは証跡に残ります。',
  backups: 'バックアップ',
  backupsUntil: (day: string) =>
    `${day}までは、バックアップに古い鍵が残っていることがあります。その日を過ぎると、どこからも読めません。`,
  backupsUnknown:
    'バックアップに古い鍵がいつまで残るかは、記録されていません。残っている間は、バックアップから読めることがあります。',
  documents: (count: number) => `文書（${count}件）`,
  heads: ['文書の番号', '種類', '位置づけ', '保管した日', '保存した期限', '根拠'],
  standings: { original: '原本', copy: '写し', emergency: '非常時閲覧用' },
  sign: '承認の署名（施設の外の人は、ここに署名します）',
  signed: (number: number) => `承認（${number}人目）`,
  person: '所属・氏名',
  day: '年月日',
  marked: '「未確認」の印がある根拠は、条文とまだ照合していません。',
  own: 'この紙は、当院のお守りが記録から作りました。証跡で、いつでも確かめられます。',
  foot: '当院の記録です。国や第三者の認証ではありません。',
  sample: '見本',
}

const en: typeof ja = {
  proposal: 'Documents to be destroyed',
  certificate: 'Certificate of destruction',
  withdrawn: 'Proposal to destroy (withdrawn)',
  lead: {
    proposed: 'Two persons are asked to approve that these documents are destroyed. Until both have, nothing is.',
    'carried-out': 'This certifies that these documents were destroyed, with the approval of two persons.',
    withdrawn: 'This proposal was withdrawn. It destroyed none of the documents.',
  },
  facility: 'Facility',
  number: 'Number',
  numbered: (number) => `No. ${number}`,
  reason: 'Reason',
  proposed: 'Proposed',
  approved: (number) => `Approval ${number}`,
  approvedOutside: (by) => `on paper, written down by ${by}`,
  ended: { 'carried-out': 'Destroyed', withdrawn: 'Withdrawn' },
  how: 'How',
  destroyed:
    'The keys under which the documents were encrypted were destroyed: nobody can read the ciphertext any more. Search text and previews were removed. Their history, and that they were destroyed, stays in the journal.',
  backups: 'Backups',
  backupsUntil: (day) =>
    `Until ${day} backups may still hold the old keys. After that day nothing can be read anywhere.`,
  backupsUnknown:
    'Until when backups hold the old keys was not recorded. As long as they do, the documents may be read from them.',
  documents: (count) => `Documents (${count})`,
  heads: ['Document', 'Kind', 'Standing', 'Came in', 'Kept until', 'By'],
  standings: { original: 'original', copy: 'copy', emergency: 'for emergencies' },
  sign: 'Approval in writing (for persons outside the facility)',
  signed: (number) => `Approval ${number}`,
  person: 'Organisation and name',
  day: 'Date',
  marked: 'Reasons with a mark were not yet compared with the text of the law.',
  own: 'Made by the Omamori of this facility from its records; the journal shows at any time that they are unchanged.',
  foot: 'A record of the facility itself, not a certification.',
  sample: 'SAMPLE',
}

export const wordsIn = (language: PaperLanguage) => (language === 'ja' ? ja : en)
