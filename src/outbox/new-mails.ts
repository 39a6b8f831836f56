import type { MailServerRow, OutgoingMailRow } from '#storage'
import type { FacilityScope, Ground } from './ground.ts'
import { recipientsOf } from './kept-server.ts'
import type { MailText } from './mail-words.ts'

/** One mail for each address, ready to go. */
export function newMails(
  { clock, newId }: Pick<Ground, 'clock' | 'newId'>,
  { facilityId }: FacilityScope,
  server: MailServerRow,
  kind: string,
  { subject, body }: MailText,
): readonly OutgoingMailRow[] {
  const now = clock.now()
  return recipientsOf(server).map((recipient) => ({
    ...{ facility_id: facilityId, mail_id: newId(), kind, recipient, subject, body, made_at: now },
    ...{ state: 'waiting', attempts: 0, next_at: now, lease_until: null, tried_at: null },
    ...{ code: null, answer: null, ended_at: null },
  }))
}
