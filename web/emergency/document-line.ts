import { element } from './element.ts'
import { type PageState, toDocument, toPatient } from './page-state.ts'
import { sayDay } from './say.ts'

/** One document of a list: its title leads to it, the patient's number to the patient's timeline. */
export function documentLine({ opened, language, words }: PageState, number: number): HTMLLIElement {
  const document = opened.documents[number]
  if (!document) throw new RangeError(`there is no document ${number}`)
  const { title, kind, patient, writtenOn, confirmedAt } = document
  return element(
    'li',
    {},
    element('a', { href: toDocument(number) }, title || words.untitled),
    element(
      'p',
      { class: 'facts' },
      element('span', {}, opened.about.kinds[kind]?.[language] ?? kind),
      element('span', {}, sayDay(writtenOn, language)),
      patient !== undefined &&
        element(
          'a',
          { href: toPatient(patient), 'aria-label': words.toTimeline(patient) },
          `${words.patient} ${patient}`,
        ),
      confirmedAt === undefined && element('strong', { class: 'draft' }, words.draft),
    ),
  )
}
