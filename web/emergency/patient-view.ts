import { documentLine } from './document-line.ts'
import { element } from './element.ts'
import { find } from './find.ts'
import { nothingAsked, type PageState } from './page-state.ts'

/** 患者の経過 — all documents of one patient, newest first, month by month. */
export function patientView(state: PageState, patient: string): HTMLElement {
  const { opened, words, language } = state
  const months = element('div')
  const status = element('p', { role: 'status', class: 'status' })
  async function show(): Promise<void> {
    const found = await find(opened, { ...nothingAsked, patient })
    status.textContent = found.length === 0 ? words.nothing : words.found(found.length)
    const byMonth = Map.groupBy(found, (number) => opened.documents[number]?.writtenOn.slice(0, 7) ?? '')
    for (const [month, numbers] of byMonth)
      months.append(
        element('h2', {}, language === 'ja' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month),
        element('ul', { class: 'documents' }, ...numbers.map((number) => documentLine(state, number))),
      )
  }
  void show()
  return element(
    'section',
    {},
    element('p', { class: 'no-print' }, element('a', { href: '#' }, words.back)),
    element('h1', { tabindex: '-1' }, words.timeline(patient)),
    ...[status, months],
  )
}
