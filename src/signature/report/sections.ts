import type { SignatureAnswer, StampAnswer } from '@omamori/signature'
import { printable, shortened } from '#paper'
import { answerWords } from '../words/answer-words.ts'
import { blockWords, type CheckBlock, checkBlocks, checkWords } from '../words/check-words.ts'
import { momentInWords } from '../words/moment-in-words.ts'
import { outcomeWords } from '../words/remark-words.ts'
import type { SummaryLanguage } from '../words/summary.ts'
import { type ReportOrder, reportWords } from './report-words.ts'

type Check = SignatureAnswer['checks'][number]

/** 検証項目の行 — outcome, what must hold, its code, and what was seen. */
export interface CheckRow {
  readonly outcome: Check['outcome']
  readonly said: string
  readonly text: string
  readonly code: string
  readonly facts: string
}

export interface ReportSection {
  readonly title: string
  /** A section within the one before it. */
  readonly inner: boolean
  readonly rows: readonly CheckRow[]
  readonly note: string
}

/** An XML signature may refer to thousands of parts; a reader wants those that failed and a glance at the others. */
const mostRows = 40
const longestFacts = 160

/** How a report is written: in which order and language, and under which conditions everything was judged. */
export interface Setting {
  readonly order: ReportOrder
  readonly language: SummaryLanguage
  readonly conditions: string
}

/** The checks of one signature, in the order that the reader chose. */
export function sectionsOf(signature: SignatureAnswer, setting: Setting): readonly ReportSection[] {
  if (setting.order === 'etsi') return checkBlocks.flatMap((name) => blockSections(signature, name, setting))
  return reportWords(setting.language).sections.flatMap(({ title, blocks }) => {
    const parts = blocks.flatMap((name) => blockSections(signature, name, setting))
    const [only, ...others] = parts
    if (only !== undefined && others.length === 0) return [{ ...only, title }]
    return [{ title, inner: false, rows: [], note: '' }, ...parts.map((part) => ({ ...part, inner: true }))]
  })
}

function blockSections(signature: SignatureAnswer, name: CheckBlock, setting: Setting): readonly ReportSection[] {
  const words = reportWords(setting.language)
  const checks = signature.checks.filter(({ code }) => blockOf(code) === name)
  const section = sectionOf(blockWords[name][setting.language], checks, setting)
  if (name === 'context') return [{ ...section, note: setting.conditions }]
  if (name !== 'time-stamps') return [checks.length === 0 ? { ...section, note: words.noChecks } : section]
  if (signature.timeStamps.length === 0) return [{ ...section, note: words.noStamps }]
  return [section, ...signature.timeStamps.map((stamp) => ({ ...stampSection(stamp, setting), inner: true }))]
}

/** A code without words belongs to the form of the file, where whoever reads looks first. */
const blockOf = (code: string): CheckBlock => checkWords[code]?.block ?? 'format'

export function stampSection(stamp: StampAnswer, setting: Setting): ReportSection {
  const { language } = setting
  const words = reportWords(language)
  const { indications, subIndications } = answerWords[language]
  const { kind, at, authority, indication, subIndication } = stamp
  const title = words.stamp(words.stampKinds[kind] ?? kind, momentInWords(at, language), authority ?? '')
  const why = subIndication === null ? indications[indication] : `${subIndication} ${subIndications[subIndication]}`
  const section = sectionOf(printable(shortened(title, longestFacts)), stamp.checks, setting)
  return { ...section, note: `${indication} ${why}` }
}

function sectionOf(title: string, checks: readonly Check[], setting: Setting): ReportSection {
  const wrong = checks.filter(({ outcome }) => outcome === 'failed' || outcome === 'unknown')
  const shown = checks.length > mostRows ? [...new Set([...wrong, ...checks])].slice(0, mostRows) : checks
  const left = checks.length - shown.length
  return {
    title,
    inner: false,
    rows: shown.map((check) => rowOf(check, setting)),
    note: left > 0 ? reportWords(setting.language).moreChecks(left) : '',
  }
}

function rowOf({ code, outcome, facts }: Check, { order, language }: Setting): CheckRow {
  const pairs = Object.entries(facts).filter(([, value]) => value !== '')
  return {
    outcome,
    said: order === 'jnsa' ? reportWords(language).jnsaOutcomes[outcome] : outcomeWords[outcome][language],
    text: checkWords[code]?.[language] ?? code,
    code,
    facts: printable(shortened(pairs.map(([name, value]) => `${name} ${value}`).join('; '), longestFacts)),
  }
}
