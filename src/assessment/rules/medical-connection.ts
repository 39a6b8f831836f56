import type { Facility, Item } from '#registry/contract'
import type { Finding } from '../contract.ts'
import type { Subject } from '../words/codes.ts'
import { each, type Voice } from './rule.ts'

/** Asks every line that carries medical information; one of which nobody said so may carry it. */
export function eachMedicalConnection(
  facility: Facility,
  subject: Subject,
  check: (connection: Item<'connection'>, says: Voice) => Finding | readonly Finding[],
): readonly Finding[] {
  return each('connection', facility.connections, subject, (connection, says) => {
    const { carriesMedicalInformation } = connection
    if (carriesMedicalInformation === undefined) return says.missing('carriesMedicalInformation')
    return carriesMedicalInformation ? check(connection, says) : []
  })
}
