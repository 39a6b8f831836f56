import { z } from 'zod'
import { logReviewsView, lookView, periodQuery, recordReviewRequest } from '#log-review'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import type { AppOptions } from '../options.ts'

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
}
