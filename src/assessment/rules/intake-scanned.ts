import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, each, eachRecorded, type Voice } from './rule.ts'

/** 6.5.C-10 — every terminal and server looks through media and received files before they are used. */
export function checkIntakeScanned(facility: Facility): readonly Finding[] {
  const check = ({ malware }: { readonly malware?: { readonly scansIntake?: boolean } }, says: Voice) =>
    demand(says, 'malware.scansIntake', malware?.scansIntake, 'intake-scanned', 'intake-not-scanned')
  return [
    ...each('terminal', facility.terminals, 'terminal', check),
    ...eachRecorded('server', facility.servers, check),
  ]
}
