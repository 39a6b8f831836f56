import { type Caller, demand } from '#access'
import { type Ground, scopeOf } from './ground.ts'
import { askWitnesses, type Outcome } from './round.ts'

/** いま頼む — asks every witness that can be reached, whatever the pace says. */
export async function askNow(ground: Ground, caller: Caller): Promise<readonly Outcome[]> {
  demand(caller, 'witness.manage')
  // What somebody did just now is to be witnessed too, and not wait for the next signature.
  if (!ground.journal.quarantineOf(caller.facilityId)) await ground.journal.sign(scopeOf(caller))
  return askWitnesses(ground, scopeOf(caller), { actor: caller.actor, anyway: true })
}
