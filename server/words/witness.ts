import { answerWords, evidenceWords, type WitnessAlarm, type WitnessingView } from '#federation'
import type { Language } from '../language.ts'

/** The alarm of the witnesses: what, who says so, and what to do first. */
export function sayWitnessAlarm(alarm: WitnessAlarm, language: Language) {
  return language === 'en' ? inEnglish(alarm) : inJapanese(alarm)
}

function inJapanese(alarm: WitnessAlarm) {
  switch (alarm.code) {
    case 'contradicted':
      return {
        title: `立会人の${alarm.label}が、証跡の食い違いを告げています。`,
        detail: `「${answerWords[alarm.answer].ja}」。古い写しに戻したのでなければ、証跡が書き換えられたおそれがあります。片づけずに、データのフォルダーの写しを取り、安全管理の責任者に知らせて、相手に電話で確かめてください。`,
      }
    case 'split-view':
      return {
        title: `立ち会っている${alarm.label}の証跡に、食い違いが見つかりました。`,
        detail: `${evidenceWords[alarm.kind].ja}。証拠は残してあります。「立会い」から書き出し、メールではなく電話で相手に知らせてください。`,
      }
    case 'waiting':
      return {
        title: `${alarm.hours}時間、証跡が立会人に届いていません。`,
        detail:
          '記録は続いていて、失われていません。届くまでの分は、書き換えから守られていません。「立会い」で相手の返事を確かめてください。',
      }
  }
}

function inEnglish(alarm: WitnessAlarm) {
  switch (alarm.code) {
    case 'contradicted':
      return {
        title: `The witness ${alarm.label} contradicts this journal.`,
        detail: `It ${answerWords[alarm.answer].en}. Unless an older copy was restored, the journal may have been rewritten. Do not tidy up. Take a copy of the data folder, tell whoever is responsible for security, and ask the witness by telephone.`,
      }
    case 'split-view':
      return {
        title: `The journal of ${alarm.label}, which is witnessed here, contradicts itself.`,
        detail: `Found: ${evidenceWords[alarm.kind].en}. The evidence is kept. Save it from the page of witnesses, and tell the other side by telephone, not by mail.`,
      }
    case 'waiting':
      return {
        title: `For ${alarm.hours} hours no witness has seen this journal.`,
        detail:
          'Recording goes on and nothing is lost. What is newer is not protected from being rewritten until a witness has seen it. See on the page of witnesses how they answer.',
      }
  }
}

/** How far the witnesses have seen the journal, on the board of 今日. */
export function sayWitnessed({ log, witnessed, witnesses }: WitnessingView, language: Language): string {
  const [all, seen] = [log?.durableSize ?? 0, witnessed?.size ?? 0].map((size) => size.toLocaleString('en-US'))
  if (witnesses.length === 0) return language === 'en' ? 'no witness is named' : '立会人はまだいません'
  return language === 'en' ? `cosigned: ${seen} of ${all}` : `立会人の連署 ${seen}件／${all}件`
}
