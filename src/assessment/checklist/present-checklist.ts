import { type Checklist, type ChecklistItem, type Edition, marksOfItem, requirement } from '@omamori/guideline'
import type { Language } from '../contract.ts'
import { sayFinding, sayNotice } from '../words/say.ts'
import type { Confirmation, FilledChecklist, FilledRow, FilledSheet, Proposal } from './contract.ts'
import type { ChecklistView } from './wire.ts'
import { sayProposal } from './words/words.ts'

interface Book {
  readonly checklist: Checklist
  /** The form of the year before, where the checklist has one. */
  readonly lastYear?: Checklist
  readonly edition: Edition
  readonly language: Language
}

type Group = ChecklistView['sheets'][number]['groups'][number]
type Row = Group['rows'][number]

/** The public form of a checklist, in the order of the printed one, with a sentence for everything a person reads. */
export function presentChecklist(filled: FilledChecklist, book: Book): ChecklistView {
  const { checklist, language } = book
  return {
    format: 'omamori-checklist@1',
    checklist: filled.checklist,
    title: checklist.title[language],
    facility: filled.facility,
    sample: filled.sample,
    on: filled.on,
    language,
    rounds: checklist.rounds.count,
    notices: [checklist.textsMark[language], checklist.mappingMark[language], sayNotice(language)],
    sheets: filled.sheets.map((sheet) => ({
      sheet: sheet.sheet,
      title: checklist.sheets.find(({ id }) => id === sheet.sheet)?.title[language] ?? sheet.sheet,
      supplierId: sheet.supplierId,
      supplierName: sheet.supplierName,
      things: [...sheet.things],
      groups: groupsOf(sheet, book),
    })),
  }
}

/** Rows of one topic and one scope stand together under their heading, and never leave their order for it. */
function groupsOf(sheet: FilledSheet, book: Book): Group[] {
  const groups: Group[] = []
  for (const filled of sheet.rows) {
    const item = book.checklist.items.find(({ id }) => id === filled.itemId)
    if (!item) continue
    const heading = headingOf(item, book)
    const last = groups.at(-1)
    const row = rowOf(filled, item, sheet, book)
    if (last?.topic.number === heading.topic.number && last.scope === heading.scope) last.rows.push(row)
    else groups.push({ ...heading, rows: [row] })
  }
  return groups
}

function headingOf({ topic, scopes }: ChecklistItem, { checklist, language }: Book): Omit<Group, 'rows'> {
  const title = checklist.topics.find(({ number }) => number === topic)?.title[language] ?? topic
  const names = checklist.scopes.filter(({ id }) => scopes.of.includes(id)).map(({ name }) => name[language])
  return { topic: { number: topic, title }, scope: names.join(language === 'ja' ? '、' : ', ') }
}

function rowOf(filled: FilledRow, item: ChecklistItem, { sheet }: FilledSheet, book: Book): Row {
  const { language, checklist } = book
  // Where a supplier is asked in words of its own, the facility's note is not for it.
  const own = sheet === 'supplier' ? item.supplierAsk : undefined
  return {
    itemId: item.id,
    printedNumber: item.printedNumber,
    ask: (own ?? item.ask)[language],
    note: own ? undefined : item.note?.[language],
    marks: marksOfItem(item).map((mark) => checklist.marks[mark][language]),
    addedThisYear: item.addedThisYear,
    proposal: proposalOf(filled.proposal, book),
    seeAlso: sheet === 'supplier' ? [] : item.seeAlso.map((id) => linkTo(id, book)),
    guideline60: [...item.guideline60],
    answers: filled.answers.map((one) => ({ ...answerOf(one), version: one.version })),
    lastYear: lastYearOf(filled, book),
    contradicted: filled.contradicted,
  }
}

function answerOf({ round, answer, checkedOn, targetOn, by }: Confirmation) {
  return { round, answer, checkedOn, targetOn, by }
}

function lastYearOf({ answers, lastYear: before }: FilledRow, { lastYear, language }: Book): Row['lastYear'] {
  if (!before || !lastYear || answers.length > 0) return undefined
  return { ...answerOf(before), checklist: lastYear.shortTitle[language] }
}

function proposalOf({ answer, reason, requirements, findings }: Proposal, book: Book): Row['proposal'] {
  return {
    answer,
    reason,
    sentence: sayProposal(reason, book.language),
    requirements: requirements.map(({ id, state }) => ({ ...linkTo(id, book), state })),
    findings: findings.map((finding) => sayFinding(finding, book.language)),
  }
}

function linkTo(id: string, { edition, language }: Book) {
  return { id, title: requirement(edition, id)?.title[language] ?? id }
}
