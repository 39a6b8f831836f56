/** 操作 — everything the permission table speaks of. A use case asks for one of these before it does anything. */
export const actions = {
  'today.read': { ja: '「今日」を見る', en: 'see the home page' },
  'guideline.read': { ja: 'ガイドラインを読む', en: 'read the guideline' },
  'registry.read': { ja: '台帳を見る', en: 'read the registry' },
  'registry.change': { ja: '台帳を書く', en: 'change the registry' },
  'registry.import': { ja: '台帳を取り込む', en: 'import the registry' },
  'registry.export': { ja: '台帳を書き出す', en: 'export the registry' },
  'assessment.read': { ja: '点検の結果を見る', en: 'read the assessment' },
  'assessment.attest': { ja: '申告する', en: 'attest that a requirement holds' },
  'assessment.propose-exemption': { ja: '対象外を申し出る', en: 'propose that a requirement does not apply' },
  'assessment.approve-exemption': { ja: '対象外を承認する', en: 'approve that a requirement does not apply' },
  'assessment.take-snapshot': { ja: '点検の記録をとる', en: 'take a snapshot of the assessment' },
  'assessment.approve-snapshot': { ja: '点検の記録を承認する', en: 'approve a snapshot of the assessment' },
  'checklist.read': { ja: 'チェックリストを見る', en: 'read the checklist' },
  'checklist.answer': { ja: 'チェックリストに答える', en: 'answer the checklist' },
  'task.read': { ja: '改善計画と用件を見る', en: 'read the plan and its tasks' },
  'task.change': { ja: '用件を作る・変える', en: 'open and change tasks' },
  'task.do-own': { ja: '自分の用件を見て、進みを書く', en: "see one's own tasks and say how they go" },
  'task.decide': { ja: '用件を決裁する', en: 'decide on a task that costs money' },
  'task.enter-decision': { ja: '紙の決裁を書き写す', en: 'enter a decision that was made on paper' },
  'report.read': { ja: '報告書を作る', en: 'make the report' },
  'journal.read': { ja: '証跡を見る', en: 'read the journal' },
  'journal.verify': { ja: '証跡を検証する', en: 'verify the journal' },
  'account.read': { ja: '利用者の一覧を見る', en: 'read the accounts' },
  'account.manage': { ja: '利用者を登録・変更・停止する', en: 'create, change and disable accounts' },
  'account.change-own': { ja: '自分のパスワードと認証方法を変える', en: "change one's own password and factors" },
  'session.revoke-own': { ja: '自分の接続を切る', en: "end one's own sessions" },
  'session.revoke-any': { ja: '他の利用者の接続を切る', en: 'end the sessions of others' },
  'keys.rotate': { ja: '鍵を取り替える', en: 'rotate the keys' },
  'facility.create': { ja: '施設を作る', en: 'create a facility' },
} as const

export type Action = keyof typeof actions

export const actionNames = Object.keys(actions) as readonly Action[]
