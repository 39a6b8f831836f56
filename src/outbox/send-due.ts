import type { OutgoingMailRow } from '#storage'
import type { Posted } from './client.ts'
import { type FacilityScope, type Ground, note, system } from './ground.ts'
import { openServer, recipientsOf } from './kept-server.ts'
import { LONGEST_PAUSE_MS, nextAttempt } from './pace.ts'
import { moveMail, removeEndedBefore, serverIn, waitingMails } from './store.ts'

// Longer than handing over may take. A process that died in it is missed after that.
const LEASE_MS = 5 * 60_000
const KEPT_DAYS = 90
const DAY_MS = 86_400_000

/** What came of sending one mail, for whoever waits for it. */
export interface Sent {
  readonly mailId: string
  readonly posted: Posted
}

/**
 * 発送 — hands over what is due, one after the other. Nobody is called where no server is named; what waits then is given up
 * when its time is over, as everything that does not go out.
 */
export async function sendDue(
  ground: Ground,
  scope: FacilityScope,
  isStopped: () => boolean = () => false,
): Promise<readonly Sent[]> {
  const waiting = await ground.storage.read(scope, waitingMails)
  const sent: Sent[] = []
  for (const mail of waiting) {
    if (isStopped()) break
    if (isDue(mail, ground.clock.now())) sent.push(...(await sendOne(ground, scope, mail)))
  }
  if (sent.length > 0) await forgetOld(ground, scope)
  return sent
}

/** What lies further ahead than anything is ever put was put there by a clock that was wrong. */
function isDue({ next_at, lease_until }: OutgoingMailRow, now: string): boolean {
  const farthest = new Date(Date.parse(now) + LONGEST_PAUSE_MS + LEASE_MS).toISOString()
  const isOver = (at: string) => at <= now || at > farthest
  return isOver(next_at) && (lease_until === null || isOver(lease_until))
}

/** Claims, hands over, marks. A process that dies between the last two sends the mail once more: at least once. */
export async function sendOne(ground: Ground, scope: FacilityScope, mail: OutgoingMailRow): Promise<readonly Sent[]> {
  const now = ground.clock.now()
  const claimed = { ...mail, attempts: mail.attempts + 1, tried_at: now }
  const lease = new Date(Date.parse(now) + LEASE_MS).toISOString()
  const { attempts, tried_at } = claimed
  const isOurs = await ground.storage.write(scope, (change) =>
    moveMail(change, mail, { attempts, tried_at, lease_until: lease }),
  )
  if (!isOurs) return []
  const posted = await handOver(ground, scope, mail)
  await keepOutcome(ground, scope, claimed, posted)
  return [{ mailId: mail.mail_id, posted }]
}

/** The server and the list are those of now: an address that was taken off gets nothing any more. */
async function handOver(ground: Ground, scope: FacilityScope, mail: OutgoingMailRow): Promise<Posted> {
  const row = await ground.storage.read(scope, serverIn)
  if (!row) return { isSent: false, code: 'no-server', forGood: false }
  const { mail_id, recipient, subject, body, made_at } = mail
  if (!recipientsOf(row).includes(recipient)) return { isSent: false, code: 'not-listed', forGood: true }
  const letter = { mailId: mail_id, sender: row.sender, recipient, subject, body, madeAt: made_at }
  return ground.post(await openServer(ground, scope, row), letter)
}

async function keepOutcome(ground: Ground, scope: FacilityScope, mail: OutgoingMailRow, posted: Posted): Promise<void> {
  const now = ground.clock.now()
  const answer = posted.answer ?? null
  if (posted.isSent) {
    const set = { state: 'sent', answer, code: null, lease_until: null, ended_at: now }
    await ground.storage.write(scope, (change) => moveMail(change, mail, set))
    return
  }
  const { code, forGood } = posted
  const next = forGood || mail.kind === 'test' ? undefined : nextAttempt(mail.attempts, mail.made_at, now)
  await ground.storage.write(scope, async (change) => {
    if (next !== undefined) {
      await moveMail(change, mail, { code, answer, next_at: next, lease_until: null })
      return
    }
    const isEnded = await moveMail(change, mail, { state: 'failed', code, answer, lease_until: null, ended_at: now })
    if (!isEnded || mail.kind === 'test') return
    const subject = { kind: 'mail', id: mail.mail_id }
    const detail = { kind: mail.kind, code, attempts: mail.attempts }
    await note(ground, change, { act: 'mail.given-up', actor: system, subject, outcome: 'failed', detail })
  })
}

async function forgetOld({ storage, clock }: Ground, scope: FacilityScope): Promise<void> {
  const before = new Date(Date.parse(clock.now()) - KEPT_DAYS * DAY_MS).toISOString()
  await storage.write(scope, (change) => removeEndedBefore(change, before))
}
