import type { AuditResult } from '#journal'
import type { Language } from '../language.ts'
import { sayJournalFinding } from './journal-finding.ts'

/** The alarm of a verification that found something: what, where first, and what to do before anything else. */
export function sayAuditAlarm({ findings, first }: AuditResult, language: Language, isTold: boolean) {
  const where = first ? sayJournalFinding({ ...first, facts: {} }, language) : ''
  return language === 'en'
    ? {
        title: `The journal does not fit what was signed: ${findings} places.`,
        detail: `First: ${where}. Do not tidy up. Take a copy of the data folder, tell whoever is responsible for security, and compare with a backup.${isTold ? '' : ' No mail tells of this: nobody hears of it unless somebody looks here.'}`,
      }
    : {
        title: `証跡に、署名した内容と合わない所が ${findings}件あります。`,
        detail: `最初の所: ${where}。片づけずに、データのフォルダーの写しを取り、安全管理の責任者に知らせて、バックアップと見比べてください。${isTold ? '' : 'メールでは知らされません。ここを見る人のほかは、だれも知りません。'}`,
      }
}
