import type { Caller } from '#access'
import { compile, dayInFewWords, dayInWords, type PaperLanguage, printable, shortened } from '#paper'
import { type FacilityFacts, type Ground, scopeOf } from '../../ground.ts'
import { dutyLine, sayStart } from '../period-words.ts'
import { readTable } from '../rules.ts'
import type { KeeperView, RetentionTable, RuleView } from '../wire.ts'
import { wordsIn } from './words.ts'

const template = new URL('./template/table.typ', import.meta.url)

// The head of each page has one line.
const FACILITY_IN_HEAD = 36

/** 文書保存期間一覧 — the table with what the facility made of it, as a paper. */
export async function printTable(ground: Ground, caller: Caller, language: PaperLanguage): Promise<Uint8Array> {
  const view = await readTable(ground, caller)
  return setTable(view, await ground.facility(scopeOf(caller)), language)
}

/** The same input, the same bytes. */
export function setTable(
  view: RetentionTable,
  { name, sample }: Pick<FacilityFacts, 'name' | 'sample'>,
  language: PaperLanguage,
): Promise<Uint8Array> {
  const words = wordsIn(language)
  const { today: on, version, keepers } = view
  const standing = view.rules.filter(({ stands }) => stands)
  const lists = [
    { title: words.kinds, heads: words.heads, shares: [2, 6], rows: kindRows(view, language) },
    {
      ...{ title: words.rules, heads: words.ruleHeads, shares: [2.2, 2.2, 4, 1.8] },
      rows: standing.map((rule) => ruleRow(rule, view, language)),
    },
    {
      ...{ title: words.keepers, heads: words.keeperHeads, shares: [1.4, 1.8, 4, 1.8] },
      rows: keepers.map((keeper) => keeperRow(keeper, language)),
    },
  ]
  return compile(template, {
    ...{ language, title: words.title, on, lead: words.lead, words: { selfAssessment: words.foot } },
    frame: {
      sample: sample ? words.sample : '',
      facility: printable(shortened(name, FACILITY_IN_HEAD)),
      ...{ edition: words.title, on: dayInWords(on, language) },
    },
    lists: lists.flatMap((list) =>
      list.rows.length === 0 ? [] : [{ ...list, rows: list.rows.map((row) => row.map(setText)) }],
    ),
    notes: [words.marked, words.version(dayInWords(version, language))],
  })
}

function kindRows({ kinds, copies }: RetentionTable, language: PaperLanguage): readonly (readonly string[])[] {
  const words = wordsIn(language)
  const linesOf = (duties: RetentionTable['kinds'][number]['duties']) =>
    duties.length === 0 ? words.none : duties.map((duty) => dutyLine(duty, language)).join('\n')
  return [
    ...kinds.map((kind) => [kind[language], linesOf(kind.duties)]),
    ...copies.map(({ standing, duties }) => [words.copies[standing], linesOf(duties)]),
  ]
}

function ruleRow(rule: RuleView, view: RetentionTable, language: PaperLanguage): readonly string[] {
  const { years, startsWith, source, checkedOn } = rule
  return [
    ruleTarget(rule, view, language),
    wordsIn(language).period(years, sayStart(startsWith, language)),
    source,
    dayInFewWords(checkedOn, language),
  ]
}

function ruleTarget({ about, target }: RuleView, { laws, kinds }: RetentionTable, language: PaperLanguage): string {
  if (about === 'standing') return wordsIn(language).copies[target === 'copy' ? 'copy' : 'emergency']
  const named = about === 'law' ? laws.find(({ law }) => law === target) : kinds.find(({ kind }) => kind === target)
  return named?.[language] ?? target
}

function keeperRow({ event, onDay, keeper, contact, untilOn }: KeeperView, language: PaperLanguage): readonly string[] {
  const words = wordsIn(language)
  return [
    words.events[event],
    dayInFewWords(onDay, language),
    `${keeper}\n${contact}`,
    untilOn === undefined ? words.unsaid : dayInFewWords(untilOn, language),
  ]
}

/** Text from outside, line by line. */
const setText = (text: string): string => text.split('\n').map(printable).join('\n')
