import type { PackageDocument } from '#archive/contract'
import { element } from './element.ts'
import { Damaged } from './opened-package.ts'
import { type PageState, toPatient } from './page-state.ts'
import { sayDay, sayMoment } from './say.ts'
import { sayDamaged } from './say-damaged.ts'
import { shownContent } from './shown-content.ts'

/** 文書を見る — what is known of it, and then what it shows; opened only now. */
export function documentView(state: PageState, document: PackageDocument): HTMLElement {
  const { words, opened } = state
  const content = element('div', { class: 'content', 'aria-busy': 'true' }, element('p', {}, words.opening))
  async function trying(act: () => Promise<void>): Promise<void> {
    try {
      await act()
    } catch (error) {
      if (!(error instanceof Damaged)) throw error
      content.replaceChildren(element('p', { class: 'trouble', role: 'alert' }, sayDamaged(error, words)))
    } finally {
      content.removeAttribute('aria-busy')
    }
  }
  const download = () =>
    trying(async () => {
      const file = new Blob([...(await opened.read(document.file))], { type: 'application/octet-stream' })
      const link = element('a', { href: URL.createObjectURL(file), download: fileNameOf(document) })
      link.click()
      // The browser reads it meanwhile; a minute is long enough to begin with the largest file.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    })
  void trying(async () => content.replaceChildren(...(await shownContent(state, document))))
  return element(
    'article',
    {},
    element('p', { class: 'no-print' }, element('a', { href: '#' }, words.back)),
    element('h1', { tabindex: '-1' }, document.title || words.untitled),
    facts(state, document),
    element(
      'div',
      { class: 'row no-print' },
      document.shown.as !== 'pdf' && element('button', { type: 'button', click: () => window.print() }, words.print),
      element('button', { type: 'button', click: () => void download() }, words.download),
    ),
    content,
  )
}

function facts({ opened: { about }, words, language }: PageState, document: PackageDocument): HTMLElement {
  const { patient, encounter, kind, standing, confirmedAt, newerWaits } = document
  const rows: readonly (readonly [string, Node | string | undefined])[] = [
    [
      words.patient,
      patient && element('a', { href: toPatient(patient), 'aria-label': words.toTimeline(patient) }, patient),
    ],
    [words.encounter, encounter],
    [words.kind, about.kinds[kind]?.[language] ?? kind],
    [words.writtenOn, sayDay(document.writtenOn, language)],
    [
      words.confirmedAt,
      confirmedAt ? sayMoment(confirmedAt, language) : element('strong', { class: 'draft' }, words.draft),
    ],
    [words.version, `${document.version}${newerWaits ? `（${words.newerWaits}）` : ''}`],
    [words.form, about.types[document.type]?.[language] ?? document.type],
    ['', words.standings[standing as keyof typeof words.standings]],
  ]
  const known = rows.filter(([, said]) => said !== undefined && said !== '')
  return element(
    'dl',
    { class: 'facts' },
    ...known.flatMap(([name, said]) => [element('dt', {}, name || words.copyLabel), element('dd', {}, said)]),
  )
}

/** As it was handed in; without a name by its number. */
const fileNameOf = ({ name, documentId }: PackageDocument): string => name || `${documentId}.bin`
