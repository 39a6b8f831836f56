import type { Facility } from '#registry/contract'
import type { Finding } from '../contract.ts'
import { demand, notRecorded, type Voice, voiceOfSingle } from './rule.ts'

/**
 * 6.5.C-12 — programs and macros in mail and exchanged files are forbidden, stopped or made harmless; where one has to
 * be sent all the same, the sender is asked whether it was made harmless.
 */
export function checkExecutablesStopped({ mail }: Facility): readonly Finding[] {
  if (!mail) return [notRecorded('mail')]
  const says = voiceOfSingle('mail')
  const { senderSanitisationChecked } = mail
  return [
    checkExecutables(mail.executables, says),
    demand(says, 'senderSanitisationChecked', senderSanitisationChecked, 'sender-checked', 'sender-not-checked'),
  ]
}

function checkExecutables(executables: NonNullable<Facility['mail']>['executables'], says: Voice): Finding {
  if (executables === undefined) return says.missing('executables')
  if (executables === 'allowed') return says.notMet('executables', 'executables-allowed')
  return says.met('executables', 'executables-stopped', { executables })
}
