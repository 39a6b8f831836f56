import type { FileAnswer, SignatureAnswer, StampAnswer } from '@omamori/signature'
import { answerWords } from './answer-words.ts'
import { momentInWords } from './moment-in-words.ts'

type Language = 'ja' | 'en'

/** Until when a signature goes on holding as it is kept, and why not longer; null: nothing proves when it existed. */
export function holdsUntilLine({ holdsUntil }: SignatureAnswer, language: Language): string | null {
  if (holdsUntil === null) return null
  const { until, because } = holdsUntil
  const moment = momentInWords(until, language)
  if (language === 'ja') {
    const why =
      because.ends === 'certificate'
        ? `${because.subject} の証明書が終わる`
        : `${because.algorithm}${because.bits === null ? '' : ` ${because.bits}ビット`} の期限`
    return `このまま保管して確かめられるのは ${moment} まで（${why}）。その前に延ばしてください`
  }
  const why =
    because.ends === 'certificate'
      ? `the certificate of ${because.subject} ends`
      : `${because.algorithm}${because.bits === null ? '' : ` with ${because.bits} bits`} ends`
  return `As it is kept it can be verified until ${moment} (${why}); extend it before`
}

/** Who stamped, when, whether the stamp holds, and whether the list names them. */
export function stampLine(stamp: StampAnswer, list: FileAnswer['accreditedList'], language: Language): string {
  const moment = momentInWords(stamp.at, language)
  const by = stamp.authority ?? '-'
  const holds = answerWords[language].indications[stamp.indication]
  return language === 'ja'
    ? `タイムスタンプ: ${by}（${moment}）${holds}。${accreditedWords(stamp.accredited, list, 'ja')}`
    : `Time stamp: ${by} (${moment}) ${holds}; ${accreditedWords(stamp.accredited, list, 'en')}`
}

export function accreditedWords(
  accredited: boolean | null,
  { name, date }: FileAnswer['accreditedList'],
  language: Language,
): string {
  if (language === 'ja') {
    if (accredited === null) return '認定された事業者かどうかはわからない'
    return `認定タイムスタンプ事業者の一覧（${name}、${date}）に${accredited ? 'ある' : 'ない'}`
  }
  if (accredited === null) return 'whether it is accredited is not known'
  return `${accredited ? 'in' : 'not in'} the list of accredited authorities (${name}, ${date})`
}
