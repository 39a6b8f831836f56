import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { eachTakenOut } from './each-taken-out.ts'

/** 6.9.C-7 — who finds or steals a thing cannot read it: its contents are encrypted, or ask for a password. */
export function checkTakeOutContents(facility: Facility): readonly Finding[] {
  return eachTakenOut(facility, ({ encrypted, takeOut }, says) => {
    const { contentPassword } = takeOut ?? {}
    if (encrypted) return says.met('encrypted', 'contents-guarded')
    if (contentPassword) return says.met('takeOut.contentPassword', 'contents-guarded')
    if (encrypted === undefined) return says.missing('encrypted')
    if (contentPassword === undefined) return says.missing('takeOut.contentPassword')
    return says.notMet('encrypted', 'contents-open')
  })
}
