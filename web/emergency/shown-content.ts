import type { PackageDocument, Span } from '#archive/contract'
import { element } from './element.ts'
import type { PageState } from './page-state.ts'

/** As `Preview` has it: a line has one cell or more. */
interface Sections {
  readonly title: string | null
  readonly sections: readonly { readonly title: string | null; readonly lines: readonly (readonly string[])[] }[]
}

const addresses: string[] = []

/** What was shown before goes out of memory. */
export function forgetShown(): void {
  for (const address of addresses.splice(0)) URL.revokeObjectURL(address)
}

/** 文書の中身 — as the browser shows it, or what was made of it when the package was written. */
export async function shownContent(
  { opened, words, language }: PageState,
  document: PackageDocument,
): Promise<readonly Node[]> {
  const { shown, file, title } = document
  const addressOf = async (span: Span, type: string): Promise<string> => {
    const address = URL.createObjectURL(new Blob([...(await opened.read(span))], { type }))
    addresses.push(address)
    return address
  }
  const textOf = async (span: Span) => new Blob([...(await opened.read(span))]).text()
  const picture = (src: string, alt: string) => element('img', { src, alt })
  switch (shown.as) {
    case 'pdf': {
      const src = await addressOf(file, 'application/pdf')
      const own = element('a', { href: src, target: '_blank', rel: 'noopener' }, words.ownWindow)
      return [
        element('p', { class: 'no-print' }, own, ' ', words.printPdf),
        element('iframe', { src, title: title || words.untitled }),
      ]
    }
    case 'picture':
      return [picture(await addressOf(file, shown.mediaType), words.picture(title))]
    case 'pages': {
      const { pages, of } = shown
      const made: Node[] = [element('p', { class: 'hint' }, words.notForDiagnosis)]
      if (pages.length < of) made.push(element('p', { class: 'trouble' }, words.pagesLeft(pages.length, of)))
      for (const [index, span] of pages.entries()) {
        const said = of === 1 ? words.picture(title) : `${title} ${words.pageOf(index + 1, of)}`
        made.push(picture(await addressOf(span, 'image/png'), said))
      }
      return made
    }
    case 'text':
      return [element('pre', { tabindex: '0' }, await textOf(shown.at))]
    case 'sections':
      return sectionsOf(JSON.parse(await textOf(shown.at)) as Sections)
    case 'file': {
      const why = shown.why && element('p', {}, `${words.why}: ${shown.why[language]}`)
      return [element('p', {}, words.noPreview), ...(why ? [why] : [])]
    }
  }
}

function sectionsOf({ title, sections }: Sections): readonly Node[] {
  return [
    ...(title === null ? [] : [element('h2', {}, title)]),
    ...sections.map((section) =>
      element(
        'section',
        {},
        section.title !== null && element('h3', {}, section.title),
        ...section.lines.map((cells) => element('p', {}, cells.join('　'))),
      ),
    ),
  ]
}
