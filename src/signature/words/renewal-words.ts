import type { RenewalOutcome } from '../renewal/renew-file.ts'
import type { FileRenewal } from '../renewal/renew-folder.ts'
import { momentInWords } from './moment-in-words.ts'

const outcomes: Readonly<Record<'ja' | 'en', Readonly<Record<RenewalOutcome, string>>>> = {
  ja: {
    renewed: '延ばしました',
    'not-due': 'まだ延ばす時ではありません',
    unsigned: '署名がありません',
    'nothing-proves': '存在した時を示すタイムスタンプがありません。omamori extend で延ばしてください（変えていません）',
    'not-valid': '署名が確かめられません。omamori verify で理由を見てください（変えていません）',
    'not-longer': '新しいタイムスタンプでも長くならないため、もとのままです',
    'changed-meanwhile': '途中でほかの人が変えたため、もとのままです',
    failed: '延ばせませんでした（変えていません）',
  },
  en: {
    renewed: 'renewed',
    'not-due': 'not due yet',
    unsigned: 'not signed',
    'nothing-proves': 'no time stamp shows when it existed; extend it with omamori extend (left as it is)',
    'not-valid': 'the signature cannot be verified; see why with omamori verify (left as it is)',
    'not-longer': 'a new time stamp makes it hold no longer; left as it is',
    'changed-meanwhile': 'somebody changed it meanwhile; left as it is',
    failed: 'could not be renewed (left as it is)',
  },
}

/** What became of a file, and until when it holds. */
export function renewalLines(renewal: FileRenewal, language: 'ja' | 'en'): readonly string[] {
  const { name, outcome, until, renewedUntil, reason, said } = renewal
  const day = renewedUntil ?? until
  const moment = day === null ? '' : momentInWords(day, language)
  const holds = day === null ? '' : language === 'ja' ? `（${moment} まで）` : ` (until ${moment})`
  const why = reason === null ? [] : [`  ${reason}`]
  return [`${name}: ${outcomes[language][outcome]}${holds}`, ...why, ...said.map((one) => `  ${one}`)]
}
