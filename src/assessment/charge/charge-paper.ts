import { compile, dayInFewWords, dayInWords, printable, shortened } from '#paper'
import { type ItemKindName, itemKinds, posts } from '#registry/contract'
import { taskStates } from '#task/contract'
import type { ChargesView, ChargeView } from './wire.ts'
import { type ChargePaperWords, chargePaperWords } from './words/paper.ts'

const template = new URL('./template/charges.typ', import.meta.url)

// More names than these are no help; the screen has them all.
const NAMES = 6
// The head of a page has one line; the full name stands below it.
const FACILITY_IN_HEAD = 36

/** わたしの担当 — the sheets of these persons, one after the other. The same view, the same bytes. */
export function makeChargePaper(view: ChargesView): Promise<Uint8Array> {
  return compile(template, chargePaper(view))
}

/** What the paper says, ready to be laid out. */
export function chargePaper(view: ChargesView) {
  const { language, on } = view
  const words = chargePaperWords[language]
  return {
    ...{ language, on, title: words.title, words: JSON.parse(JSON.stringify(words)) },
    frame: {
      sample: view.sample ? words.sample : '',
      facility: printable(shortened(view.facility, FACILITY_IN_HEAD)),
      edition: words.title,
      on: dayInWords(on, language),
    },
    facility: printable(view.facility),
    assessed: view.assessed,
    charges: view.charges.map((charge) => sheetOf(charge, view, words)),
  }
}

function sheetOf(charge: ChargeView, { language, assessed }: ChargesView, words: ChargePaperWords) {
  const { person, things, notMet, unknown, tasks, counts } = charge
  const held = charge.posts.filter((post): post is keyof typeof posts => Object.hasOwn(posts, post))
  const late = tasks.filter(({ daysLate }) => daysLate > 0).length
  const figures = { things: things.length, notMet: counts['not-met'], unknown: counts.unknown }
  return {
    name: words.to(printable(person.name)),
    posts: held.map((post) => posts[post][language === 'ja' ? 0 : 1]).join(words.separator),
    summary: [assessed ? words.summary(figures) : words.notAssessed, words.taskSummary(tasks.length, late)],
    tasks: tasks.map(({ title, supplier, dueOn, daysLate, state }) => ({
      cells: [printable(title), printable(supplier?.name ?? '')],
      due: dueOn === undefined ? words.noDue : dayInFewWords(dueOn, language),
      late: daysLate > 0 ? words.late(daysLate) : '',
      state: taskStates[state][language],
    })),
    notMet: notMet.map((gap) => rowOf(gap, words)),
    unknown: unknown.map((gap) => rowOf(gap, words)),
    things: groupsOf(things, language, words),
    counts: {
      tasks: words.count(tasks.length),
      notMet: words.items(counts['not-met']),
      unknown: words.items(counts.unknown),
    },
  }
}

function rowOf({ about, sentence, toDo, title }: ChargeView['notMet'][number], words: ChargePaperWords) {
  return {
    about: namesOf(about, words),
    title: printable(title),
    found: printable(sentence),
    toDo: printable(toDo),
  }
}

function namesOf(about: ChargeView['notMet'][number]['about'], words: ChargePaperWords): string {
  const names = about.slice(0, NAMES).map(({ name }) => printable(name || words.facility))
  const more = about.length > NAMES ? [words.more(about.length - NAMES)] : []
  return names.length === 0 ? words.facility : [...names, ...more].join(words.separator)
}

/** The names of one kind on one line. */
function groupsOf(things: ChargeView['things'], language: ChargesView['language'], words: ChargePaperWords) {
  const kinds = [...new Set(things.map(({ kind }) => kind))]
  return kinds.map((kind) => ({
    kind: itemKinds[kind as ItemKindName].words[language],
    names: things
      .filter((thing) => thing.kind === kind)
      .map(({ name }) => printable(name))
      .join(words.separator),
  }))
}
