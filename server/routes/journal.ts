import { z } from 'zod'
import { entryView, journalFinding, journalQuery, journalReport } from '#journal'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { sayAct } from '../words/acts.ts'
import { sayJournalFinding } from '../words/journal-finding.ts'

const said = { sentence: z.string() }
const actorName = z.object({ actorName: z.string().optional() })
const page = z.object({
  entries: z.array(entryView.extend(said).extend(actorName.shape)),
  unreadable: z.int(),
  next: z.string().optional(),
})
const report = journalReport.extend({ findings: z.array(journalFinding.extend(said)) })

/** 証跡 — reading it, and recomputing all of it. */
export function journalRoutes(api: Api, options: AppOptions): void {
  const { journal, access } = options.platform

  api.get('/journal', { schema: { querystring: journalQuery, response: { 200: page } } }, async (request) => {
    const caller = await callerOf(request, options)
    const language = languageOf(request)
    const { limit, after, ...filter } = request.query
    const found = await journal.read(caller, filter, { limit, after })
    const names = new Map((await access.readAccounts(caller)).map((one) => [one.accountId, one.displayName]))
    return {
      ...found,
      entries: found.entries.map((entry) => ({
        ...entry,
        sentence: sayAct(entry.act, language),
        actorName: entry.actor.id === undefined ? undefined : names.get(entry.actor.id),
      })),
    }
  })

  api.post('/journal/verification', { schema: { response: { 200: report } } }, async (request) => {
    const verified = await journal.verify(await callerOf(request, options))
    const language = languageOf(request)
    return {
      ...verified,
      findings: verified.findings.map((finding) => ({ ...finding, sentence: sayJournalFinding(finding, language) })),
    }
  })
}
