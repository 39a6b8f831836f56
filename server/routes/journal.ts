import { PassThrough } from 'node:stream'
import { z } from 'zod'
import { demand } from '#access'
import { type AuditProgress, entryView, type JournalReport, journalQuery } from '#journal'
import type { Api } from '../api.ts'
import { callerOf } from '../caller.ts'
import { type Language, languageOf } from '../language.ts'
import type { AppOptions } from '../options.ts'
import { problemFor } from '../problem.ts'
import { sayAct } from '../words/acts.ts'
import { sayJournalFinding } from '../words/journal-finding.ts'

const actorName = z.object({ actorName: z.string().optional() })
const page = z.object({
  entries: z.array(entryView.extend({ sentence: z.string() }).extend(actorName.shape)),
  unreadable: z.int(),
  next: z.string().optional(),
})
// Left to itself it looks at what is new and a share of the rest, and at everything when that is due.
const verificationQuery = z.object({ mode: z.enum(['auto', 'full', 'incremental']).default('auto') })
// Each takes all processors; they wait for one another.
const verifying = { rateLimit: { max: 6, timeWindow: '1 minute' } }

/** 証跡 — reading it, and recomputing it. */
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

  /** Answers at once, a line of JSON whenever it has come further; the last line is the report, or the problem. */
  const schema = { querystring: verificationQuery }
  api.post('/journal/verification', { config: verifying, schema }, async (request, reply) => {
    const caller = await callerOf(request, options)
    demand(caller, 'journal.verify')
    const language = languageOf(request)
    const lines = new PassThrough()
    const say = (line: AuditProgress | { readonly report: object } | { readonly problem: object }) =>
      lines.write(`${JSON.stringify(line)}\n`)
    // Whoever goes away does not keep the processors busy.
    const gone = new AbortController()
    reply.raw.on('close', () => gone.abort())
    journal
      .verify(caller, { ...request.query, onProgress: say, signal: gone.signal })
      .then(
        (report) => say({ report: said(report, language) }),
        (error: unknown) => gone.signal.aborted || say({ problem: problemFor(error, request) }),
      )
      .finally(() => lines.end())
    return reply.type('application/x-ndjson').send(lines)
  })
}

function said(report: JournalReport, language: Language) {
  const findings = report.findings.map((finding) => ({ ...finding, sentence: sayJournalFinding(finding, language) }))
  return { ...report, findings }
}
