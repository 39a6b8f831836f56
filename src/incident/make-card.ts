import { compile, dayInWords, printable, shortened } from '#paper'
import type { Facility } from '#registry/contract'
import type { Day } from '#shared'
import { type Contact, type ContactChart, contactChart, type SupplierContact } from './contact-chart.ts'
import { firstHour, offices } from './first-hour.ts'
import { type IncidentLanguage, type IncidentWords, incidentWordsIn } from './words/words.ts'

const template = new URL('./template/card.typ', import.meta.url)

// The card is one page: the registry has everybody, the contact chart too.
const PEOPLE_PER_POST = 2
const SUPPLIERS_SHOWN = 4
const THINGS_SHOWN = 2
const FACILITY_IN_HEAD = 36

/**
 * 緊急連絡カード — one page to pin up: whom to call in what order, and what to do first. Numbers stand as they are
 * recorded; what is not recorded is a blank line. The same facts on the same day give the same bytes.
 */
export function makeEmergencyCard(facility: Facility, on: Day, language: IncidentLanguage): Promise<Uint8Array> {
  return compile(template, cardSheets(facility, on, language))
}

export function cardSheets(facility: Facility, on: Day, language: IncidentLanguage) {
  const words = incidentWordsIn(language)
  const chart = contactChart(facility)
  const shown = chart.suppliers.slice(0, SUPPLIERS_SHOWN)
  const more = chart.suppliers.length - shown.length
  return {
    language,
    title: words.cardTitle,
    on,
    words: JSON.parse(JSON.stringify(words)),
    headline: words.headline.split('\n'),
    frame: {
      sample: facility.sample ? words.sample : '',
      facility: printable(shortened(facility.profile.name, FACILITY_IN_HEAD)),
      edition: words.cardTitle,
      on: dayInWords(on, language),
    },
    calls: callsOf(chart, words),
    steps: firstHour.map((step) => ({
      text: step[language],
      mark: step.confidence === 'recalled' ? words.recalled : '',
    })),
    suppliers: filledTo(
      shown.map((supplier) => supplierSheet(supplier, words)),
      2,
      { ...blank, things: '' },
    ),
    more: more > 0 ? words.moreSuppliers(more) : '',
    offices: offices.map((office) => office[language]),
  }
}

const blank = { name: '', role: '', phone: '' } as const

function contactSheet({ name, role = '', phone = '' }: Contact) {
  return { name: printable(name), role: printable(role), phone: printable(phone) }
}

function supplierSheet(supplier: SupplierContact, words: IncidentWords) {
  const things = supplier.things.slice(0, THINGS_SHOWN).map(printable)
  return { ...contactSheet(supplier), things: words.things(things, supplier.things.length - things.length) }
}

/** A post that nobody holds keeps its number and a line to write on. */
function callsOf({ steps }: ContactChart, words: IncidentWords) {
  return steps
    .map(({ post, people }, index) => ({ number: String(index + 1), post, people }))
    .flatMap(({ number, post, people }) => {
      const some: readonly Contact[] = people.slice(0, PEOPLE_PER_POST)
      const contacts = some.length > 0 ? some.map(contactSheet) : [blank]
      return contacts.map((contact, at) => ({ number: at === 0 ? number : '', post: words.posts[post], contact }))
    })
}

/** Lines to be written on where the registry names fewer. */
function filledTo<T>(lines: readonly T[], least: number, empty: T): readonly T[] {
  return [...lines, ...Array.from({ length: Math.max(0, least - lines.length) }, () => empty)]
}
