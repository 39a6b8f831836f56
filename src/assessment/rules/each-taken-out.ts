import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, eachRecorded, notRecorded, type Voice, voiceOfSingle } from './rule.ts'

type Portable = Pick<Item<'terminal'>, 'portable' | 'encrypted' | 'takeOut'>

/**
 * Asks everything that is taken out. Terminals of which nobody said whether they are may be; of devices and media only
 * those that are marked, and the list counts only once nothing else may be taken out.
 */
export function eachTakenOut(
  facility: Facility,
  check: (thing: Portable, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  const things = [
    ...eachRecorded('terminal', facility.terminals, (terminal, says) => {
      if (terminal.portable === undefined) return says.missing('portable')
      return terminal.portable ? check(terminal, says) : []
    }),
    ...eachRecorded('device', facility.devices, (device, says) => (device.portable ? check(device, says) : [])),
  ]
  return [...(things.length > 0 ? things : [notRecorded('portable')]), checkOnlyListed(facility)]
}

/** Things that are not in the registry are not taken out: without this nobody knows what the list leaves out. */
function checkOnlyListed({ profile }: Facility): Finding {
  const field = 'onlyListedTakenOut'
  return demand(voiceOfSingle('profile'), field, profile[field], 'only-listed-taken-out', 'unlisted-taken-out')
}
