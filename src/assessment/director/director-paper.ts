import { compile, dayInFewWords, dayInWords, printable, shortened } from '#paper'
import type { Counts, Language } from '../contract.ts'
import { sayNumber } from '../snapshot/words/words.ts'
import type { DirectorPageView } from './wire.ts'
import { type DirectorPaperWords, directorPaperWords } from './words/paper.ts'

const template = new URL('./template/director-page.typ', import.meta.url)

// The head of a page has one line; the full name stands below it.
const FACILITY_IN_HEAD = 36
// A cell of two lines; the screen has the whole sentence.
const CELL = 44
const NAME = 16
// What a director takes in at one glance. The template takes fewer where the page would not hold them.
const ROWS = 6
const CHANGES = 3

/** 施設長の1枚 — one page of A4, whatever there is to say. The same page, the same bytes. */
export function makeDirectorPaper(page: DirectorPageView): Promise<Uint8Array> {
  return compile(template, directorPaper(page))
}

/** What the paper says, ready to be laid out: texts and figures, and how many rows there are beyond those shown. */
export function directorPaper(page: DirectorPageView) {
  const { language, counts } = page
  const words = directorPaperWords[language]
  const base = counts.C.met + counts.C['not-met'] + counts.C.unknown
  return {
    ...{ language, on: page.on, title: words.title, words: JSON.parse(JSON.stringify(words)) },
    frame: {
      sample: page.sample ? words.sample : '',
      facility: printable(shortened(page.facility, FACILITY_IN_HEAD)),
      edition: words.title,
      on: dayInWords(page.on, language),
    },
    addressee: [printable(shortened(page.facility, CELL)), words.to(printable(page.director ?? ''))],
    day: dayInWords(page.on, language),
    verdict: page.verdict.sentence,
    base: words.base(base, counts.C.met),
    counts: (['C', 'D'] as const).map((kind) => [words.kinds[kind], ...figuresOf(counts[kind])]),
    notes: [
      ...(counts.C.unknown > 0 ? [words.unknownIsNotMet(counts.C.unknown)] : []),
      words.notTaken(page.notTaken['not-met'], page.notTaken.unknown),
    ],
    decide: decisionsOf(page, words),
    money: moneyOf(page, words),
    overdue: overdueOf(page, words),
    trend: trendOf(page, words),
    questions: questionsOf(page, words),
  }
}

/** Met, not met, unknown, the base they have in common, and what stands outside it. */
function figuresOf(counts: Counts): readonly string[] {
  const base = counts.met + counts['not-met'] + counts.unknown
  return [counts.met, counts['not-met'], counts.unknown, base, counts['not-applicable']].map(String)
}

function decisionsOf({ decide, language }: DirectorPageView, words: DirectorPaperWords): readonly string[] {
  const { tasks, cost, snapshot, snapshotDue, exemptions, checklist } = decide
  const [first] = exemptions
  const due = snapshotDue.on === undefined ? words.snapshotFirst : words.snapshotDue(fewWords(snapshotDue.on, language))
  return [
    ...(tasks > 0 ? [words.decideTasks(tasks, words.yen(cost))] : []),
    ...(snapshot ? [words.decideSnapshot(numbered(snapshot, language))] : []),
    ...(first ? [words.decideExemptions(exemptions.length, cell(first.title))] : []),
    ...(snapshotDue.overdue ? [due] : []),
    ...(checklist.contradicted > 0 ? [words.contradicted(checklist.title, checklist.contradicted)] : []),
    ...(checklist.overdue > 0 ? [words.checklistOverdue(checklist.title, checklist.overdue)] : []),
    ...(checklist.unanswered > 0 ? [words.unanswered(checklist.title, checklist.unanswered, checklist.rows)] : []),
  ]
}

function moneyOf({ money }: DirectorPageView, words: DirectorPaperWords) {
  const rows = money.tasks.map(({ title, owner, cost, standing }) => [
    ...[cell(title), nameOf(owner?.name ?? words.nobody), words.yen(cost), words.standings[standing]],
  ])
  return {
    ...listOf(rows, ROWS, words),
    base: money.tasks.length > 0 ? words.sums(words.yen(money.undecided), words.yen(money.decided)) : '',
    note: money.unsaid > 0 ? words.unsaid(money.unsaid) : '',
    nothing: words.noMoney,
  }
}

function overdueOf({ overdue, language }: DirectorPageView, words: DirectorPaperWords) {
  const rows = overdue.map(({ title, owner, ownerLeft, dueOn, daysLate }) => [
    cell(title),
    nameOf(owner?.name ?? (ownerLeft ? words.left : words.nobody)),
    fewWords(dueOn, language),
    words.late(daysLate),
  ])
  const base = overdue.length > 0 ? words.count(overdue.length) : ''
  return { ...listOf(rows, ROWS, words), base, note: '', nothing: words.noOverdue }
}

function trendOf({ trend, language }: DirectorPageView, words: DirectorPaperWords) {
  const empty = { ...listOf([], 0, words), base: '', note: '' }
  if (trend.code === 'too-few') return { ...empty, nothing: words.tooFew }
  if (trend.code === 'corrupt') return { ...empty, nothing: words.corrupt }
  const { C } = trend.totals
  const shown = [...trend.worse.slice(0, CHANGES), ...trend.better.slice(0, CHANGES)]
  const all = trend.worse.length + trend.better.length
  const rows = shown.map(({ changeName, title, why: [why = ''] }) => [changeName, cell(title), cell(why)])
  return {
    ...listOf(rows, rows.length, words, all),
    base: words.between(numbered(trend.before, language), numbered(trend.after, language)),
    note: words.totals(C.better, C.worse, C['no-longer-known'], C['known-now']),
    nothing: words.noChange,
  }
}

function questionsOf({ questions, language }: DirectorPageView, words: DirectorPaperWords) {
  const rows = questions.map(({ supplierName, open, since, dueOn, due }) => [
    cell(supplierName),
    words.count(open),
    fewWords(since, language),
    `${fewWords(dueOn, language)}${due === 'over' ? `　${words.dueOver}` : ''}`,
  ])
  const open = questions.reduce((sum, each) => sum + each.open, 0)
  const suppliers = new Set(questions.map(({ supplierId }) => supplierId)).size
  const [oldest] = questions
  const base = oldest ? words.questionSum(open, suppliers, fewWords(oldest.since, language)) : ''
  return { ...listOf(rows, ROWS, words), base, note: '', nothing: words.noQuestions }
}

/** The rows that may be shown, and for each number of them what is said of the others. */
function listOf(
  rows: readonly (readonly string[])[],
  most: number,
  words: DirectorPaperWords,
  all: number = rows.length,
) {
  const shown = rows.slice(0, most)
  const more = [...shown.keys(), shown.length].map((count) => (all > count ? words.more(all - count) : ''))
  return { rows: shown, more }
}

const cell = (text: string) => printable(shortened(text, CELL))
const nameOf = (text: string) => printable(shortened(text, NAME))
const fewWords = dayInFewWords

function numbered(
  snapshot: { readonly fiscalYear: number; readonly number: number; readonly takenOn: string },
  language: Language,
) {
  return { number: sayNumber(snapshot, language), day: fewWords(snapshot.takenOn, language) }
}
