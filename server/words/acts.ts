import { acts as accessActs } from '#access'
import {
  acts as archiveActs,
  bagActs,
  documentActs,
  emergencyActs,
  mediumActs,
  preservationActs,
  scanActs,
} from '#archive'
import { acts as assessmentActs } from '#assessment'
import { acts as federationActs } from '#federation'
import { journalActs } from '#journal'
import { acts as logReviewActs } from '#log-review'
import { acts as outboxActs } from '#outbox'
import { platformActs } from '#platform'
import { acts as registryActs } from '#registry'
import { acts as signatureActs } from '#signature'
import { acts as supplierActs } from '#supplier'
import { acts as taskActs } from '#task'
import { acts as timetableActs } from '#timetable'
import type { Language } from '../language.ts'

const acts: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  ...journalActs,
  ...accessActs,
  ...taskActs,
  ...federationActs,
  ...timetableActs,
  ...outboxActs,
  ...registryActs,
  ...supplierActs,
  ...logReviewActs,
  ...signatureActs,
  ...documentActs,
  ...scanActs,
  ...mediumActs,
  ...preservationActs,
  ...bagActs,
  ...emergencyActs,
  ...archiveActs,
  ...assessmentActs,
  ...platformActs,
}

/** Every act that an entry of this version can name. */
export const actNames: readonly string[] = Object.keys(acts)

/** Of an act that stands for all that begin so (`session.`): the noun. */
export const actNouns: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  registry: { ja: '台帳', en: 'registry' },
  supplier: { ja: '事業者への質問', en: 'questions to suppliers' },
  assessment: { ja: '点検', en: 'assessment' },
  checklist: { ja: 'チェックリスト', en: 'checklist' },
  task: { ja: '用件', en: 'tasks' },
  inspection: { ja: '立入検査ファイル', en: 'inspection files' },
  session: { ja: 'サインイン', en: 'sign-in' },
  account: { ja: '利用者', en: 'users' },
  permission: { ja: '断った操作', en: 'refused acts' },
  journal: { ja: '証跡', en: 'journal' },
  log: { ja: 'ログの確認', en: 'log reviews' },
  card: { ja: '署名用カード', en: 'signing cards' },
  trust: { ja: '信頼の起点', en: 'trust anchors' },
  document: { ja: '文書', en: 'documents' },
  scan: { ja: 'スキャンの決まり', en: 'how papers are scanned' },
  medium: { ja: '記録媒体', en: 'media' },
  contents: { ja: '内容の保全', en: 'stored contents' },
  archive: { ja: '文書のパッケージ', en: 'packages of documents' },
  destruction: { ja: '文書の廃棄', en: 'destruction of documents' },
  retention: { ja: '保存と廃棄', en: 'keeping and destroying' },
  witness: { ja: '立会い', en: 'witnesses' },
  timetable: { ja: '定期処理', en: 'timetable' },
  alarm: { ja: '警報', en: 'alarms' },
  mail: { ja: 'メール', en: 'mail' },
  keys: { ja: '暗号の鍵', en: 'keys' },
  facility: { ja: '施設', en: 'facilities' },
}

/** What happened, in a few words; an act that this version does not know is shown as it is written. */
export function sayAct(act: string, language: Language): string {
  return acts[act]?.[language] ?? actNouns[act.replace(/\.$/, '')]?.[language] ?? act
}
