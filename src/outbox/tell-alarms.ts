import type { AlarmRow, Change, MailServerRow } from '#storage'
import { type FacilityScope, type Ground, note, system } from './ground.ts'
import { type Named, sayCleared, sayRaised } from './mail-words.ts'
import { newMails } from './new-mails.ts'
import { addMails, alarmsIn, changeAlarm, holdAlarm, serverIn, timesMade } from './store.ts'
import { alarmKinds } from './wire.ts'
import type { AlarmKind } from './words.ts'

// Raised, cleared, and both once more: what comes and goes faster is told once it has come to rest.
const TIMES_AN_HOUR = 4
const HOUR_MS = 3_600_000

/**
 * 警報を告げる — given all alarms that stand now, moves the rows that differ, and makes the mails that tell of it in the same
 * change. Where nothing differs, nothing is written.
 */
export async function tellAlarms(ground: Ground, scope: FacilityScope, standing: readonly AlarmKind[]): Promise<void> {
  const { rows, server } = await ground.storage.read(scope, async (db) => ({
    rows: await alarmsIn(db),
    server: await serverIn(db),
  }))
  const differing = alarmKinds.filter((kind) => {
    const row = rows.find((one) => one.kind === kind)
    const stands = standing.includes(kind)
    return stands !== (row?.standing === 1) || (server !== undefined && stands !== (row?.told === 1))
  })
  if (differing.length === 0) return
  const of = await ground.named(scope)
  await ground.storage.write(scope, async (change) => {
    for (const kind of differing) await move(ground, change, scope, of, kind, standing.includes(kind))
  })
}

async function move(
  ground: Ground,
  change: Change,
  scope: FacilityScope,
  of: Named,
  kind: AlarmKind,
  stands: boolean,
): Promise<void> {
  const now = ground.clock.now()
  const before = await holdAlarm(change, {
    ...{ facility_id: scope.facilityId, kind, standing: 0, since: now, cleared_at: null, told: 0, told_at: null },
  })
  const moved = movedTo(before, stands, now)
  const isMoved = moved.standing !== before.standing
  const mails = await mailsFor(ground, change, scope, of, kind, moved)
  if (!isMoved && mails === undefined) return
  await changeAlarm(change, mails === undefined ? moved : { ...moved, told: moved.standing, told_at: now })
  await addMails(change, mails ?? [])
  if (!isMoved) return
  const subject = { kind: 'alarm', id: kind }
  const act = stands ? 'alarm.raised' : 'alarm.cleared'
  await note(ground, change, { act, actor: system, subject, detail: { mails: mails?.length ?? 0 } })
}

function movedTo(before: AlarmRow, stands: boolean, now: string): AlarmRow {
  if (stands === (before.standing === 1)) return before
  return stands ? { ...before, standing: 1, since: now, cleared_at: null } : { ...before, standing: 0, cleared_at: now }
}

/** Undefined when nothing is to be told, or cannot be now. */
async function mailsFor(
  ground: Ground,
  change: Change,
  scope: FacilityScope,
  of: Named,
  kind: AlarmKind,
  { standing, told, since, cleared_at }: AlarmRow,
) {
  if (standing === told) return undefined
  const server = await serverIn(change.db)
  if (!server || !(await mayTell(ground, change, kind))) return undefined
  const text = standing === 1 ? sayRaised(kind, of, since) : sayCleared(kind, of, { since, at: cleared_at ?? since })
  return newMails(ground, scope, server satisfies MailServerRow, kind, text)
}

async function mayTell({ clock }: Ground, change: Change, kind: AlarmKind): Promise<boolean> {
  const now = clock.now()
  const hourAgo = new Date(Date.parse(now) - HOUR_MS).toISOString()
  return (await timesMade(change.db, kind, hourAgo, now)) < TIMES_AN_HOUR
}
