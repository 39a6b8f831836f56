import { type Caller, demand } from '#access'
import type { OutgoingMailRow } from '#storage'
import type { Ground } from './ground.ts'
import { serverViewOf } from './kept-server.ts'
import { alarmsIn, newestMails, serverIn, waitingMails } from './store.ts'
import type { AlarmView, MailView, OutboxView } from './wire.ts'

const MAILS_SHOWN = 20

/** 発送の様子 — the server without its password, what stands, and the newest mails. */
export async function readOutbox({ storage }: Ground, caller: Caller): Promise<OutboxView> {
  demand(caller, 'mail.read')
  return storage.read({ facilityId: caller.facilityId }, async (db) => {
    const server = await serverIn(db)
    const alarms = (await alarmsIn(db)).filter(({ standing }) => standing === 1)
    return {
      ...(server ? { server: serverViewOf(server) } : {}),
      // The table holds what this version, or an older one, has raised.
      alarms: alarms.map(({ kind, since, told }) => ({ kind: kind as AlarmView['kind'], since, told: told === 1 })),
      mails: (await newestMails(db, MAILS_SHOWN)).map(mailViewOf),
      waiting: (await waitingMails(db)).length,
    }
  })
}

function mailViewOf(row: OutgoingMailRow): MailView {
  const { mail_id, kind, recipient, subject, made_at, state, attempts, next_at, ended_at, code, answer } = row
  return {
    ...{ mailId: mail_id, recipient, subject, madeAt: made_at, attempts },
    kind: kind as MailView['kind'],
    state: state as MailView['state'],
    ...(state === 'waiting' ? { nextAt: next_at } : {}),
    ...(ended_at === null ? {} : { endedAt: ended_at }),
    ...(code === null ? {} : { code: code as NonNullable<MailView['code']> }),
    ...(answer === null ? {} : { answer }),
  }
}
