import { eachTakenOut } from './each-taken-out.ts'
import { demand, type Rule } from './rule.ts'

/** 6.9.C-6, C-9, D-2, D-3 — everything taken out is kept in the way that is asked for. */
export function checkTakeOut(practice: 'startPassword' | 'neededApplicationsOnly' | 'twoFactors' | 'registered'): Rule {
  return (facility) =>
    eachTakenOut(facility, ({ takeOut }, says) =>
      demand(says, `takeOut.${practice}`, takeOut?.[practice], 'take-out-guarded', 'take-out-unguarded'),
    )
}
