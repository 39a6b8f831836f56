import { said } from '../said.ts'

const nothing = { ja: '何も登録していません。', en: 'Nothing was registered.' }

/** What this room knows better about a refusal, by its reason. */
export const scanRefusals = {
  'scan-without-profile': said(
    [
      'この種類の文書をどう読み取るかが、まだ決まっていません。',
      `${nothing.ja}施設長か情報作成管理者に、解像度・色・保存形式・期限の決まりを記録してもらってください。`,
    ],
    [
      'Nobody has decided yet how this kind of document is scanned.',
      `${nothing.en} Ask the director or the information creation manager to write down resolution, colours, formats and period.`,
    ],
  ),
  'scan-needs-paper-at': said(
    ['紙を作成または受領した日時がありません。', `${nothing.ja}いつの紙かを入れてください。期限はそこから数えます。`],
    ['It is not said when the paper was made or received.', `${nothing.en} Enter it: the period counts from there.`],
  ),
  'scan-paper-in-future': said(
    ['紙を作成・受領した日時が、いまより後です。', `${nothing.ja}日時を直してください。`],
    ['The paper would come from the future.', `${nothing.en} Put the time right.`],
  ),
  'scan-needs-plan': said(
    ['過去の紙の電子化には、実施計画が要ります。', `${nothing.ja}どの計画によるかを選んでください。`],
    ['Old papers are scanned by a plan.', `${nothing.en} Choose the plan.`],
  ),
  'scan-plan-elsewhere': said(
    ['実施計画は、過去の紙の電子化だけで選びます。', `${nothing.ja}場面を選び直してください。`],
    ['A plan is for old papers alone.', `${nothing.en} Choose the case again.`],
  ),
  'scan-plan-unknown': said(
    ['その実施計画がありません。', `${nothing.ja}一覧から選び直してください。`],
    ['There is no such plan.', `${nothing.en} Choose one from the list.`],
  ),
  'scan-plan-not-started': said(
    ['実施計画の開始日が、まだ来ていません。', `${nothing.ja}開始日を待ってください。周知の期間です。`],
    ['The plan has not started yet.', `${nothing.en} Wait for its first day: patients are being told.`],
  ),
  'scan-plan-ended': said(
    ['その実施計画は、監査を受けて終わっています。', `${nothing.ja}新しい計画を記録してください。`],
    ['That plan was audited and is over.', `${nothing.en} Write down a new plan.`],
  ),
  'scan-needs-patient': said(
    [
      '過去の紙は、だれのものか分かるものだけを電子化できます。',
      `${nothing.ja}患者番号を入れてください。異議と照らします。`,
    ],
    [
      'Of an old paper it must be known whose it is.',
      `${nothing.en} Enter the number of the patient; it is held against the objections.`,
    ],
  ),
  'scan-objected': said(
    ['この患者さんから、電子化への異議が出ています。', `${nothing.ja}この紙は、紙のまま保存してください。`],
    ['This patient objects to scanning.', `${nothing.en} Keep the paper as paper.`],
  ),
  'scan-needs-place': said(
    ['原本の紙をどこに置くかがありません。', `${nothing.ja}紙は原本として残ります。置き場所を入れてください。`],
    ['It is not said where the paper lies.', `${nothing.en} The paper stays the original. Enter its place.`],
  ),
  'scan-before-dispensing': said(
    [
      '調剤が済む前の処方箋は、読み取って原本にできません。',
      `${nothing.ja}調剤が済んでから「調剤済み処方箋」として読み取るか、写しとして読み取ってください。`,
    ],
    [
      'Before the dispensing is done, a scan of a prescription cannot be the original.',
      `${nothing.en} Scan it afterwards as a dispensed prescription, or as a copy.`,
    ],
  ),
  'scan-needs-dispensed-at': said(
    ['調剤が済んだ日時がありません。', `${nothing.ja}調剤済みになった日時を入れてください。`],
    ['It is not said when the dispensing was done.', `${nothing.en} Enter that time.`],
  ),
  'scan-dispensed-in-future': said(
    ['調剤が済んだ日時が、いまより後です。', `${nothing.ja}調剤が済んでから読み取ってください。`],
    ['The dispensing would be done in the future.', `${nothing.en} Scan it when it is done.`],
  ),
  'scan-same-file': said(
    ['同じファイルが、もう読み取られています。', `${nothing.ja}文書の一覧で、先に登録されたものを確かめてください。`],
    ['This very file was taken in already.', `${nothing.en} Look for it among the documents.`],
  ),
  'scan-folder-away': said(
    [
      'スキャナのフォルダーがありません。',
      '何も変えていません。フォルダーの名前と、つながっているかを確かめてください。',
    ],
    ["The scanner's folder is not there.", 'Nothing was changed. See whether its name is right and it is connected.'],
  ),
  'scan-file-gone': said(
    [
      'そのファイルは、スキャナのフォルダーにありません。',
      `${nothing.ja}ほかの人が先に登録したか、まだ書き込み中です。画面を開き直してください。`,
    ],
    [
      "That file does not lie in the scanner's folder.",
      `${nothing.en} Somebody else took it, or it is still being written. Open the page again.`,
    ],
  ),
  'document-scan-of-another': said(
    ['ほかの人が読み取った文書です。', '何も変えていません。読み取った本人か、情報作成管理者が確定してください。'],
    [
      'Somebody else scanned it.',
      'Nothing was changed. Whoever scanned it confirms it, or the information creation manager.',
    ],
  ),
  'document-scan-unstamped': said(
    [
      '署名に、時刻を証明するタイムスタンプがありません。',
      '確定していません。タイムスタンプを付けて署名したファイルを選んでください。',
    ],
    ['No time stamp proves when it was signed.', 'It was not confirmed. Choose a signature that carries a time stamp.'],
  ),
  'scan-notice-late': said(
    ['周知を始める日が、開始日より前ではありません。', '何も変えていません。患者さんに知らせてから始めてください。'],
    ['The notice does not come before the start.', 'Nothing was changed. Tell the patients first.'],
  ),
  'scan-audit-in-future': said(
    ['監査の日が、まだ来ていない日です。', '何も変えていません。監査を受けた日を入れてください。'],
    ['The day of the audit has not come yet.', 'Nothing was changed. Enter the day on which it took place.'],
  ),
  'scan-audit-before': said(
    ['監査の日が、電子化の開始より前です。', '何も変えていません。電子化の後に受けた監査の日を入れてください。'],
    ['The audit lies before the start.', 'Nothing was changed. Enter the audit that came after the scanning.'],
  ),
  'scan-told-in-future': said(
    ['申し出を受けた日が、まだ来ていない日です。', '何も変えていません。日付を直してください。'],
    ['The day of the objection has not come yet.', 'Nothing was changed. Put the day right.'],
  ),
  'scan-objection-over': said(
    ['この異議は、もう取り下げられています。', '何も変えていません。画面を開き直してください。'],
    ['This objection was withdrawn already.', 'Nothing was changed. Open the page again.'],
  ),
} as const
