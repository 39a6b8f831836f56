import { z } from 'zod'
import { chargesRequest, chargesView, directorPageView } from '#assessment'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })
const whose = chargesRequest.extend(inLanguage.shape)

/** 施設長の1枚と、わたしの担当 — what is gathered for one reader, on the screen and on paper. */
export function reportRoutes(api: Api, options: AppOptions): void {
  const { reports } = options.platform

  api.get('/director-page', { schema: { response: { 200: directorPageView } } }, async (request) =>
    reports.readDirectorPage(await callerOf(request, options), languageOf(request)),
  )

  api.get('/director-page.pdf', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    const { page, paper } = await reports.makeDirectorPage(await callerOf(request, options), language)
    return sendPaper(reply, paper, `director-${page.on}.pdf`)
  })

  api.get('/charges', { schema: { querystring: whose, response: { 200: chargesView } } }, async (request) => {
    const { language = languageOf(request), ...wanted } = request.query
    return reports.readCharges(await callerOf(request, options), wanted, language)
  })

  api.get('/charges.pdf', { schema: { querystring: whose } }, async (request, reply) => {
    const { language = languageOf(request), ...wanted } = request.query
    const { view, paper } = await reports.makeCharges(await callerOf(request, options), wanted, language)
    return sendPaper(reply, paper, `charges-${view.on}.pdf`)
  })
}
