import { type Caller, demand } from '#access'
import type { OutgoingMailRow, Reader } from '#storage'
import { isGivenUp, isOldNews, reachedBy } from './given-up.ts'
import type { Ground } from './ground.ts'
import { serverViewOf } from './kept-server.ts'
import { alarmsIn, mailsOf, newestMails, serverIn, waitingMails } from './store.ts'
import type { AlarmView, MailView, OutboxView } from './wire.ts'

const MAILS_SHOWN = 20

/** 発送の様子 — the server without its password, what stands, and the newest mails. */
export async function readOutbox({ storage }: Ground, caller: Caller): Promise<OutboxView> {
  demand(caller, 'mail.read')
  return storage.read({ facilityId: caller.facilityId }, async (db) => {
    const server = await serverIn(db)
    const mails = await newestMails(db, MAILS_SHOWN)
    return {
      ...(server ? { server: serverViewOf(server) } : {}),
      alarms: await standingIn(db),
      mails: mails.map((mail) => mailViewOf(mail, isGivenUp(mail) && !isOldNews(mail, mails))),
      waiting: (await waitingMails(db)).length,
    }
  })
}

async function standingIn(db: Reader): Promise<AlarmView[]> {
  const standing = (await alarmsIn(db)).filter((alarm) => alarm.standing === 1)
  const views: AlarmView[] = []
  for (const { kind, since, told } of standing) {
    const reached = reachedBy(since, await mailsOf(db, kind))
    // The table holds what this version, or an older one, has raised.
    views.push({ kind: kind as AlarmView['kind'], since, told: told === 1, ...(reached && { reached }) })
  }
  return views
}

function mailViewOf(row: OutgoingMailRow, canGoAgain: boolean): MailView {
  const { mail_id, kind, recipient, subject, made_at, state, attempts, next_at, ended_at, code, answer } = row
  return {
    ...{ mailId: mail_id, recipient, subject, madeAt: made_at, attempts, canGoAgain },
    kind: kind as MailView['kind'],
    state: state as MailView['state'],
    ...(state === 'waiting' ? { nextAt: next_at } : {}),
    ...(ended_at === null ? {} : { endedAt: ended_at }),
    ...(code === null ? {} : { code: code as NonNullable<MailView['code']> }),
    ...(answer === null ? {} : { answer }),
  }
}
