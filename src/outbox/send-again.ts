import { type Caller, demand } from '#access'
import { Refusal } from '#shared'
import type { Change, OutgoingMailRow } from '#storage'
import { isGivenUp, isOldNews } from './given-up.ts'
import { type Ground, note } from './ground.ts'
import { refused } from './name-server.ts'
import { sendOne } from './send-due.ts'
import { mailsOf, mailWith, serverIn, wakeMail } from './store.ts'
import { outcomeOf } from './test-mail.ts'
import type { TestOutcome } from './wire.ts'

/**
 * もう一度送る — a mail that was given up, at once and as the same mail. What a later mail of its kind has overtaken stays where it is: an alarm
 * that is over must not be told as one that stands.
 */
export async function sendAgain(ground: Ground, caller: Caller, mailId: string): Promise<readonly TestOutcome[]> {
  demand(caller, 'mail.manage')
  const scope = { facilityId: caller.facilityId }
  const woken = await ground.storage.write(scope, async (change) => {
    const mail = awake(await givenUpIn(change, mailId), ground.clock.now())
    if (!(await wakeMail(change, mail))) throw refused('not-given-up', 'mailId')
    const subject = { kind: 'mail', id: mailId }
    const detail = { kind: mail.kind, attempts: mail.attempts }
    await note(ground, change, { act: 'mail.sent-again', actor: caller.actor, subject, detail })
    return mail
  })
  // Taken by the minute meanwhile: then the page shows how it went.
  return (await sendOne(ground, scope, woken)).map(({ posted }) => outcomeOf(woken.recipient, posted))
}

async function givenUpIn(change: Change, mailId: string): Promise<OutgoingMailRow> {
  const mail = await mailWith(change.db, mailId)
  if (!mail) throw new Refusal('not-found', { mail: mailId })
  if (!isGivenUp(mail)) throw refused('not-given-up', 'mailId')
  if (isOldNews(mail, await mailsOf(change.db, mail.kind))) throw refused('old-news', 'mailId')
  if (!(await serverIn(change.db))) throw refused('no-server', 'host')
  return mail
}

const awake = (mail: OutgoingMailRow, now: string): OutgoingMailRow => ({
  ...{ ...mail, state: 'waiting', code: null, answer: null },
  ...{ next_at: now, lease_until: null, ended_at: null },
})
