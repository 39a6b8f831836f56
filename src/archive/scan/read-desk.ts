import { type Caller, demand, may } from '#access'
import { dayOf } from '#shared'
import type { PastPaperPlanRow, ScanObjectionRow, ScanProfileRow } from '#storage'
import { accountNames } from '../document/store.ts'
import { scopeOf } from '../ground.ts'
import { kindTable } from '../kind/read-kinds.ts'
import type { ScanGround } from './ground.ts'
import { arrivedIn } from './intake/folder.ts'
import { readIntake } from './intake/setting.ts'
import { profileOf } from './profile.ts'
import { objectionRows, planRows, profileRows, scansByPlan, waitingScans } from './store.ts'
import type { PlanRequest, ScanDesk } from './wire.ts'

/** As many as somebody signs in a day; the most urgent are shown. */
const mostWaiting = 200

/** スキャンの机を開く — what was decided, what runs, who objects, and what waits for a signature. */
export async function readDesk(ground: ScanGround, caller: Caller): Promise<ScanDesk> {
  demand(caller, 'document.read')
  const { profiles, plans, counts, objections, waiting, names } = await ground.storage.read(
    scopeOf(caller),
    async (db) => ({
      profiles: await profileRows(db),
      plans: await planRows(db),
      counts: await scansByPlan(db),
      objections: await objectionRows(db),
      waiting: await waitingScans(db, mostWaiting),
      names: await accountNames(db),
    }),
  )
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? id
  const now = ground.clock.now()
  const setting = may(caller, 'document.enter') ? readIntake(ground.data, caller.facilityId) : undefined
  const arrived = setting && (await arrivedIn(setting.folder))
  return {
    ...{ now, today: dayOf(now), kinds: kindTable.kinds.map(({ kind, ja, en }) => ({ kind, ja, en })) },
    profiles: standing(profiles).map((row) => profileView(row, nameOf)),
    plans: plans.map((row) => planView(row, counts.get(row.plan_id) ?? 0, nameOf)).toReversed(),
    objections: objections.map((row) => objectionView(row, nameOf)).toReversed(),
    waiting: waiting.map(({ document_id, kind, title, due_at, entered_by, entered_at }) => ({
      ...{ documentId: document_id, kind, title, scannedBy: nameOf(entered_by), scannedAt: entered_at },
      ...{ dueAt: due_at ?? '', overdue: due_at !== null && now > due_at },
    })),
    ...(setting && { intake: { there: arrived !== undefined, files: [...(arrived ?? [])] } }),
    may: { scan: may(caller, 'document.enter'), manage: may(caller, 'scan.manage') },
  }
}

type NameOf = (id: string) => string

/** The newest about each kind. */
const standing = (rows: readonly ScanProfileRow[]): readonly ScanProfileRow[] =>
  rows.filter((row) => rows.findLast(({ kind }) => kind === row.kind) === row)

const profileView = (row: ScanProfileRow, nameOf: NameOf) => {
  const { resolution, colour, formats, lossy, period } = profileOf(row)
  return {
    ...{ profileId: row.profile_id, number: row.number, kind: row.kind, resolution, colour, lossy },
    ...{ formats: [...formats], period: { ...period, closedOn: [...period.closedOn] }, source: row.source },
    ...{ writtenBy: nameOf(row.written_by), writtenAt: row.written_at },
  }
}

const planView = (row: PastPaperPlanRow, documents: number, nameOf: NameOf) => ({
  ...{ planId: row.plan_id, number: row.number, title: row.title, documents },
  topics: JSON.parse(row.topics) as PlanRequest['topics'],
  ...{ noticedOn: row.noticed_on, startsOn: row.starts_on, entrustedTo: row.entrusted_to ?? undefined },
  ...{ writtenBy: nameOf(row.written_by), writtenAt: row.written_at },
  ...{ auditedOn: row.audited_on ?? undefined, audit: row.audit ?? undefined },
  ...{ endedBy: row.ended_by === null ? undefined : nameOf(row.ended_by), endedAt: row.ended_at ?? undefined },
})

const objectionView = (row: ScanObjectionRow, nameOf: NameOf) => ({
  ...{ objectionId: row.objection_id, patient: row.patient, toldOn: row.told_on, note: row.note },
  ...{ writtenBy: nameOf(row.written_by), writtenAt: row.written_at },
  withdrawnBy: row.withdrawn_by === null ? undefined : nameOf(row.withdrawn_by),
  withdrawnAt: row.withdrawn_at ?? undefined,
})
