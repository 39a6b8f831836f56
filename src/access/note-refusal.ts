import { Refusal } from '#shared'
import type { Action } from './actions.ts'
import type { Caller } from './caller.ts'
import { type Ground, scopeOf } from './ground.ts'

/**
 * Writes down that a signed-in caller was refused for want of a right. The doors call it when they present the
 * refusal; what strangers are refused is counted elsewhere, so that nobody fills the journal without signing in.
 */
export async function noteRefusal(ground: Ground, caller: Caller, action: Action): Promise<void> {
  const { actor, facilityId } = caller
  if (actor.kind !== 'account' || actor.id === undefined) return
  const subject = { kind: 'account', id: actor.id } as const
  try {
    await ground.storage.write(scopeOf(facilityId), (change) =>
      ground.journal.append(change, {
        act: 'permission.refused',
        actor,
        subject,
        outcome: 'refused',
        detail: { action },
      }),
    )
  } catch (error) {
    // The refusal stands even where nothing can be written.
    if (!(error instanceof Refusal)) throw error
  }
}
