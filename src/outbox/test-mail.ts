import { type Caller, demand } from '#access'
import type { Posted } from './client.ts'
import { type Ground, note } from './ground.ts'
import { sayTest } from './mail-words.ts'
import { refused } from './name-server.ts'
import { newMails } from './new-mails.ts'
import { sendOne } from './send-due.ts'
import { addMails, serverIn, timesMade } from './store.ts'
import type { TestOutcome } from './wire.ts'

const TESTS_AN_HOUR = 5
const HOUR_MS = 3_600_000

/** 試しのメール — to everybody who is told, at once; says plainly what the server answered. It is tried once. */
export async function sendTest(ground: Ground, caller: Caller): Promise<readonly TestOutcome[]> {
  demand(caller, 'mail.manage')
  const scope = { facilityId: caller.facilityId }
  const of = await ground.named(scope)
  const now = ground.clock.now()
  const hourAgo = new Date(Date.parse(now) - HOUR_MS).toISOString()
  const mails = await ground.storage.write(scope, async (change) => {
    const server = await serverIn(change.db)
    if (!server) throw refused('no-server', 'host')
    if ((await timesMade(change.db, 'test', hourAgo, now)) >= TESTS_AN_HOUR) throw refused('too-many-tests', 'host')
    const made = newMails(ground, scope, server, 'test', sayTest(of, now))
    await addMails(change, made)
    const subject = { kind: 'facility', id: scope.facilityId }
    await note(ground, change, {
      ...{ act: 'mail.tested', actor: caller.actor, subject, detail: { mails: made.length } },
    })
    return made
  })
  const outcomes: TestOutcome[] = []
  for (const mail of mails) {
    // Taken by the minute meanwhile: then the page shows how it went.
    for (const { posted } of await sendOne(ground, scope, mail)) {
      outcomes.push(outcomeOf(mail.recipient, posted))
    }
  }
  return outcomes
}

export function outcomeOf(recipient: string, posted: Posted): TestOutcome {
  return {
    ...{ recipient, isSent: posted.isSent },
    ...(posted.isSent ? {} : { code: posted.code }),
    ...(posted.answer === undefined ? {} : { answer: posted.answer }),
  }
}
