import { type Day, inEra } from '#shared'
import type { Confidence } from '../kind/kind.ts'
import { type KindLanguage, kindWords } from '../kind/kind-words.ts'
import type { Counted, Duty } from './duty.ts'
import type { Ending, OpenReason, Period } from './period.ts'

interface PeriodWords {
  readonly day: (day: Day) => string
  readonly stored: string
  readonly conf: Readonly<Record<Confidence | 'local', string>>
  readonly from: Readonly<Record<Exclude<Duty['from'], 'law'>, string>>
  readonly open: string
  readonly state: Readonly<Record<'running' | 'ended', (until: string) => string>>
  readonly ending: (endsOn: string, years: number, start: string, startedOn: string) => string
  readonly reasons: Readonly<Record<Exclude<OpenReason['code'], 'start-unknown'>, string>>
  readonly startUnknown: (start: string) => string
}

const ja: PeriodWords = {
  day: (day) => inEra(day, { weekday: false }),
  stored: '保管した日',
  conf: { ...kindWords.ja.marks, local: '施設の定め' },
  from: { corrected: '施設が訂正した行', kind: '施設の規程', standing: '写しについての施設の規程' },
  open: '保存期間の終わりが決められません。廃棄できません。',
  state: {
    running: (until) => `${until}まで保存します。`,
    ended: (until) => `保存期間は${until}に終わりました。`,
  },
  ending: (endsOn, years, start, startedOn) => `${endsOn}まで（${start} ${startedOn} から${years}年）`,
  reasons: {
    'no-rule': '法令も施設の規程も、期間を定めていない',
    'no-years': '年数の定めは見つかっていない',
    'start-unstated': '起算日の定めを確かめていない',
  },
  startUnknown: (start) => `${start}が分からない`,
}

const en: PeriodWords = {
  day: (day) => day,
  stored: 'the day it came in',
  conf: { ...kindWords.en.marks, local: "the facility's own" },
  from: { corrected: 'row corrected by the facility', kind: "the facility's rule", standing: 'the rule for copies' },
  open: 'Nobody can say when the keeping ends. It cannot be destroyed.',
  state: {
    running: (until) => `To be kept until ${until}.`,
    ended: (until) => `The keeping ended on ${until}.`,
  },
  ending: (endsOn, years, start, startedOn) => `until ${endsOn} (${years} years from ${start}, ${startedOn})`,
  reasons: {
    'no-rule': 'no law and no rule of the facility names a period',
    'no-years': 'no number of years was found',
    'start-unstated': 'from when the law counts was not confirmed',
  },
  startUnknown: (start) => `${start} is unknown`,
}

const periodWords = { ja, en }

export function sayStart(counted: Counted, language: KindLanguage): string {
  return counted === 'stored' ? periodWords[language].stored : kindWords[language].starts[counted]
}

/** The verdict on its own. */
export function periodLine(period: Period, language: KindLanguage): string {
  const words = periodWords[language]
  return period.state === 'open' ? words.open : words.state[period.state](words.day(period.last.endsOn))
}

/** Why: each duty with its end, and what is not known. */
export function whyLines(period: Period, language: KindLanguage): readonly string[] {
  const reasons = period.state === 'open' ? period.reasons : []
  return [
    ...reasons.map((reason) => reasonLine(reason, language)),
    ...period.endings.map((ending) => endingLine(ending, language)),
  ]
}

function reasonLine(reason: OpenReason, language: KindLanguage): string {
  const words = periodWords[language]
  if (reason.code === 'no-rule') return words.reasons['no-rule']
  const what =
    reason.code === 'start-unknown'
      ? words.startUnknown(sayStart(reason.startsWith, language))
      : words.reasons[reason.code]
  return `${what}  ${dutyName(reason.duty, language)}`
}

export function endingLine({ duty, startedOn, endsOn }: Ending, language: KindLanguage): string {
  const words = periodWords[language]
  const start = sayStart(duty.startsWith, language)
  const until = words.ending(words.day(endsOn), duty.years, start, words.day(startedOn))
  return `${until}  ${dutyName(duty, language)}［${words.conf[duty.conf]}］`
}

/** One duty in a line, before any day is known: how long, from when, why, and how sure we are. */
export function dutyLine(duty: Duty, language: KindLanguage): string {
  const { years, startsWith, conf } = duty
  const words = kindWords[language]
  const start = startsWith === null ? undefined : sayStart(startsWith, language)
  const period = years === null ? words.noYears : words.years(years, start)
  return `${period}  ${dutyName(duty, language)}［${periodWords[language].conf[conf]}］`
}

/** What the duty rests on, as people call it. */
function dutyName({ from, law }: Duty, language: KindLanguage): string {
  const { from: names } = periodWords[language]
  const named = law?.[language] ?? ''
  if (from === 'law') return named
  return from === 'corrected' ? `${named}（${names.corrected}）` : names[from]
}
