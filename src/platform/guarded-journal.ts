import { demand } from '#access'
import type { Federation } from '#federation'
import { type AuditResult, type Journal, resultOf } from '#journal'
import type { Platform } from '../platform.ts'

/** The journal as the doors may use it: every call asks for the right first. */
export function guarded(journal: Journal, federation: Federation): Platform['journal'] {
  // What could not be written down is remembered as long as we run.
  const unwritten = new Map<string, AuditResult>()
  const lastOf = async (facilityId: string) => unwritten.get(facilityId) ?? (await journal.lastAudit({ facilityId }))
  // One after the other: an audit takes every processor there is.
  let before: Promise<unknown> = Promise.resolve()
  function queue<T>(audit: () => Promise<T>): Promise<T> {
    const mine = before.then(audit)
    before = mine.catch(() => {})
    return mine
  }
  return {
    async read(caller, filter, paging) {
      demand(caller, 'journal.read')
      return journal.entries(caller, filter, paging)
    },
    async verify(caller, options) {
      demand(caller, 'journal.verify')
      const { facilityId, actor } = caller
      return queue(async () => {
        options?.signal?.throwIfAborted()
        // What was found and could not be written down is found again, or is over, by looking at everything.
        const asked = unwritten.get(facilityId)?.findings ? { ...options, mode: 'full' as const } : options
        const report = await federation.withCosignatures(caller, await journal.verify(caller, asked))
        const result = resultOf(report)
        if (await journal.keepAudit({ facilityId }, actor, report)) unwritten.delete(facilityId)
        else if (endsAlarm(result) || !(await lastOf(facilityId))?.findings) unwritten.set(facilityId, result)
        return report
      })
    },
    async lastAudit(caller) {
      demand(caller, 'journal.verify')
      return lastOf(caller.facilityId)
    },
    quarantine: (caller) => journal.quarantineOf(caller.facilityId),
    async goOn(caller, reason) {
      demand(caller, 'journal.go-on')
      return journal.goOn({ facilityId: caller.facilityId }, { actor: caller.actor, reason })
    },
    async anchorAnew(caller, reason) {
      demand(caller, 'journal.go-on')
      await journal.anchorAnew({ facilityId: caller.facilityId }, { actor: caller.actor, reason })
    },
  }
}

/** An incremental audit that finds nothing did not look where an alarm may come from. */
const endsAlarm = ({ mode, findings }: AuditResult) => mode === 'full' || findings > 0
