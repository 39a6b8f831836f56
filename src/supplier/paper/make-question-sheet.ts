import { compile, dayInWords, type PaperLanguage, printable, shortened } from '#paper'
import { fieldAt, itemKinds, shownFact, units } from '#registry/contract'
import type { SheetQuestionView, SheetView } from '../wire.ts'
import { type QuestionSheetWords, questionSheetWordsIn } from './words.ts'

const template = new URL('./template/question-sheet.typ', import.meta.url)

export interface QuestionSheetPaper {
  readonly view: SheetView
  /** The whole sheet, or a letter with the questions that nobody has answered. */
  readonly letter: 'sheet' | 'reminder'
  readonly language: PaperLanguage
}

// The head of each page has one line; the full name stands below it.
const FACILITY_IN_HEAD = 36

/** 質問票の紙 — to be sent by fax and filled in by hand. The same input, the same bytes. */
export function makeQuestionSheet({ view, letter, language }: QuestionSheetPaper): Promise<Uint8Array> {
  const words = questionSheetWordsIn(language)
  const { facility, number, supplierName } = view
  const isReminder = letter === 'reminder'
  const title = isReminder ? words.reminderTitle(number) : words.title(number)
  const issuedOn = dayInWords(view.issuedOn, language)
  const on = isReminder ? view.today : view.issuedOn
  const asked = isReminder ? view.questions.filter(({ answer }) => !answer) : view.questions
  const returnLine = printable([facility.address, facility.phone].filter((part) => part !== undefined).join('　'))
  // The foot of each page says where it goes back to, for pages come apart in a fax.
  const returning = `${words.returnTo}　${printable(facility.name)}　${returnLine}`
  return compile(template, {
    language,
    title,
    on,
    words: { ...words, selfAssessment: returning, lead: isReminder ? words.reminding(issuedOn) : words.greeting },
    frame: {
      sample: facility.sample ? words.sample : '',
      facility: printable(shortened(facility.name, FACILITY_IN_HEAD)),
      edition: title,
      on: dayInWords(on, language),
    },
    to: printable(words.to(supplierName)),
    facility: printable(facility.name),
    returnLine,
    issuedOn,
    dueOn: dayInWords(view.dueOn, language),
    things: [...Map.groupBy(asked, ({ kind, itemId }) => `${kind} ${itemId}`).values()].map((questions) => ({
      thing: thingOf(questions[0], supplierName, language),
      questions: questions.map((question) => printedQuestion(question, words, language)),
    })),
  })
}

function thingOf(question: SheetQuestionView | undefined, supplierName: string, language: PaperLanguage): string {
  if (!question) return ''
  const { kind, name } = question
  const words = Object.hasOwn(itemKinds, kind) ? itemKinds[kind as 'system'].words[language] : kind
  return printable(kind === 'supplier' ? supplierName : `${words}　${name}`)
}

function printedQuestion(
  { code, kind, field, held }: SheetQuestionView,
  words: QuestionSheetWords,
  language: PaperLanguage,
) {
  const place = fieldAt(kind, field)
  const within = (place?.within ?? []).map((each) => each[language]).join(' › ')
  return {
    code,
    within,
    ask: place?.words[language] ?? field,
    help: helpOf(place?.help?.[language]),
    held: held
      ? printable(words.held(shownFact(kind, field, held.value, language), dayInWords(held.on, language)))
      : '',
    ...answerBox(place?.shape, language),
    others: [words.notKnown, words.notConcerned],
  }
}

// Hints on how a file writes yes and no are nothing for paper.
const helpOf = (help = '') => (/true|false/.test(help) ? '' : help)

type Shape = NonNullable<ReturnType<typeof fieldAt>>['shape']

/** What is there to circle, or the unit after an empty box. */
function answerBox(shape: Shape | undefined, language: PaperLanguage) {
  const none = { circle: [] as readonly string[], tick: [] as readonly string[], box: '' }
  switch (shape?.type) {
    case 'flag':
      return { ...none, circle: language === 'ja' ? ['はい', 'いいえ'] : ['yes', 'no'] }
    case 'choice':
      return { ...none, tick: Object.values(shape.options).map((option) => option[language]) }
    case 'choices':
      return { ...none, tick: Object.values(shape.options).map((option) => option[language]) }
    case 'count':
      return {
        ...none,
        tick: shape.never ? [language === 'ja' ? 'しない' : 'never'] : [],
        box: units[shape.unit][language],
      }
    case 'day':
      return { ...none, box: language === 'ja' ? '年　　月　　日' : 'day' }
    default:
      return { ...none, box: ' ' }
  }
}
