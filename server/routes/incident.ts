import { z } from 'zod'
import { demand } from '#access'
import { makeEmergencyCard } from '#incident'
import { dayOf } from '#shared'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sendPaper } from '../send-paper.ts'

// A link opened in another tab asks in the browser's language, not in the page's.
const inLanguage = z.object({ language: z.enum(['ja', 'en']).optional() })

/** 非常時対応 — the card to pin up before anything happens. */
export function incidentRoutes(api: Api, options: AppOptions): void {
  const { registry, clock } = options.platform

  api.get('/emergency-card.pdf', { schema: { querystring: inLanguage } }, async (request, reply) => {
    const caller = await callerOf(request, options)
    // It carries telephone numbers of the registry: whoever may read those may print them.
    demand(caller, 'registry.read')
    const on = dayOf(clock.now())
    const language = request.query.language ?? languageOf(request)
    const card = await makeEmergencyCard(await registry.loadFacility(caller), on, language)
    return sendPaper(reply, card, `emergency-card-${on}.pdf`)
  })
}
