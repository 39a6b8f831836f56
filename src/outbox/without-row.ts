import type { Posted } from './client.ts'
import type { FacilityScope, Ground } from './ground.ts'
import { openServer, recipientsOf } from './kept-server.ts'
import { sayRaised } from './mail-words.ts'
import { nextAttempt } from './pace.ts'
import { serverIn } from './store.ts'
import type { AlarmKind } from './words.ts'

interface Untold {
  readonly mailId: string
  readonly since: string
  readonly attempts: number
  readonly nextAt: string | undefined
}

/**
 * Tells of an alarm where no row can be kept, because nothing is written: to each address once in the life of this process, with the
 * same pauses. After a new start it is told again, which is better than not at all.
 */
export function tellingWithoutRow(ground: Ground) {
  const untold = new Map<string, Untold>()
  return async (scope: FacilityScope, kind: AlarmKind): Promise<void> => {
    const row = await ground.storage.read(scope, serverIn)
    if (!row) return
    const of = await ground.named(scope)
    for (const recipient of recipientsOf(row)) {
      const now = ground.clock.now()
      const key = JSON.stringify([scope.facilityId, kind, recipient])
      const before = untold.get(key) ?? { mailId: ground.newId(), since: now, attempts: 0, nextAt: now }
      if (before.nextAt === undefined || before.nextAt > now) continue
      const { subject, body } = sayRaised(kind, of, before.since)
      const letter = { mailId: before.mailId, sender: row.sender, recipient, subject, body, madeAt: before.since }
      const posted = await ground.post(await openServer(ground, scope, row), letter)
      const attempts = before.attempts + 1
      untold.set(key, { ...before, attempts, nextAt: nextOf(posted, attempts, before.since, now) })
    }
  }
}

function nextOf(posted: Posted, attempts: number, since: string, now: string): string | undefined {
  return posted.isSent || posted.forGood ? undefined : nextAttempt(attempts, since, now)
}
