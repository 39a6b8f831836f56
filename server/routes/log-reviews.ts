import { z } from 'zod'
import { journalFilter } from '#journal'
import { accessListCsv, logReviewsView, lookView, periodQuery, printAccessList, recordReviewRequest } from '#log-review'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'
import { sayAct } from '../words/acts.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })
const asked = { schema: { querystring: z.object({ ...journalFilter.shape, ...inLanguage.shape }) } }
// Each reads every entry that fits; nobody needs ten in a minute.
const listing = { config: { rateLimit: { max: 10, timeWindow: '1 minute' } } }

/** ログの確認 — what deserves a look, and that somebody looked. */
export function logReviewRoutes(api: Api, options: AppOptions): void {
  const { logReviews } = options.platform

  api.get('/log-reviews', { schema: { response: { 200: logReviewsView } } }, async (request) =>
    logReviews.readReviews(await callerOf(request, options)),
  )

  const looked = { schema: { querystring: periodQuery, response: { 200: lookView } } }
  api.get('/log-reviews/look', looked, async (request) =>
    logReviews.lookThrough(await callerOf(request, options), request.query),
  )

  const recorded = { schema: { body: recordReviewRequest, response: { 201: z.object({ reviewId: z.string() }) } } }
  api.post('/log-reviews', recorded, async (request, reply) => {
    const reviewId = await logReviews.recordReview(await callerOf(request, options), request.body)
    return reply.status(201).send({ reviewId })
  })

  api.get('/log-reviews/paper.pdf', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const language = request.query.language ?? languageOf(request)
    const paper = await logReviews.printReviews(await callerOf(request, options), language)
    return sendPaper(reply, paper, 'log-reviews.pdf')
  })

  /** アクセス一覧 — everything that fits, of one person or about one thing, or of all; never a part of it. */
  api.get('/journal/list.csv', { ...asked, ...listing }, async (request, reply) => {
    const { language = languageOf(request), ...filter } = request.query
    const list = await logReviews.listAccess(await callerOf(request, options), filter, 'csv')
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="access-list.csv"')
      .send(accessListCsv(list, language, (act) => sayAct(act, language)))
  })

  api.get('/journal/list.pdf', { ...asked, ...listing }, async (request, reply) => {
    const { language = languageOf(request), ...filter } = request.query
    const list = await logReviews.listAccess(await callerOf(request, options), filter, 'pdf')
    return sendPaper(reply, await printAccessList(list, language, (act) => sayAct(act, language)), 'access-list.pdf')
  })
}
