import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, each } from './rule.ts'

/** 6.5.D-1 — in every system the rights follow the class of the information. */
export function checkRightsByClass(facility: Facility): readonly Finding[] {
  return each('system', facility.systems, 'system', ({ access }, says) =>
    demand(says, 'access.byInformationClass', access?.byInformationClass, 'rights-by-class', 'rights-ignore-class'),
  )
}
