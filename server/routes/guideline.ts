import { search, term, termsIn } from '@omamori/guideline'
import { z } from 'zod'
import { demand } from '#access'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'

const bilingual = z.object({ ja: z.string(), en: z.string() })
const sectionView = z.object({ id: z.string(), title: bilingual })

const guidelineView = z.object({
  id: z.string(),
  title: bilingual,
  officialPage: z.string(),
  about: bilingual,
  marks: z.record(z.string(), bilingual),
  englishTitlesMark: bilingual,
  chapters: z.array(z.object({ id: z.string(), title: bilingual, sections: z.array(sectionView) })),
})

const factsView = z.object({
  facts: z.array(z.object({ key: z.string(), question: bilingual, derivedFrom: z.string().optional() })),
})

export const termView = z.object({ term: z.string(), reading: z.string(), en: z.string(), definition: bilingual })
const hitsView = z.object({
  requirements: z.array(z.object({ id: z.string(), title: z.string(), text: z.string() })),
  terms: z.array(termView),
})

/** The guideline itself: everybody who is signed in may read it. */
export function guidelineRoutes(api: Api, options: AppOptions): void {
  const { library } = options.platform

  api.get('/guideline', { schema: { response: { 200: guidelineView } } }, async (request) => {
    demand(await callerOf(request, options), 'guideline.read')
    return guidelineView.parse(library.loadEdition())
  })

  api.get('/guideline/facts', { schema: { response: { 200: factsView } } }, async (request) => {
    demand(await callerOf(request, options), 'guideline.read')
    return factsView.parse({ facts: library.loadEdition().facts })
  })

  api.get(
    '/guideline/glossary',
    { schema: { response: { 200: z.object({ terms: z.array(termView) }) } } },
    async (request) => {
      demand(await callerOf(request, options), 'guideline.read')
      return { terms: library.loadEdition().terms.map((one) => termView.parse(one)) }
    },
  )

  const query = z.object({ q: z.string().max(200) })
  api.get('/guideline/search', { schema: { querystring: query, response: { 200: hitsView } } }, async (request) => {
    demand(await callerOf(request, options), 'guideline.read')
    const language = languageOf(request)
    const { q } = request.query
    const edition = library.loadEdition()
    const exact = term(edition, q)
    return {
      requirements: search(edition, q).map(({ id, title, summary }) => ({
        id,
        title: title[language],
        text: summary[language],
      })),
      terms: (exact ? [exact] : termsIn(edition, q)).map((one) => termView.parse(one)),
    }
  })
}
