import { type Caller, demand, may } from '#access'
import { type Day, dayOf, Refusal } from '#shared'
import type { MediumRow, MediumStepRow, Reader } from '#storage'
import { accountNames } from '../document/store.ts'
import { type Ground, holdFacility, malformed, scopeOf, writerOf } from '../ground.ts'
import type { MediumAct } from './act.ts'
import type { MediumSort, MediumStep } from './medium.ts'
import { concernsOf, isInUse, type KnownMedium } from './standing.ts'
import { insertMedium, insertStep, mediumRows, stepRows } from './store.ts'
import type { MediaView, MediumRequest, MediumStepRequest, MediumView } from './wire.ts'

type MediaGround = Omit<Ground, 'facility'>

/** The use cases of media on the given ground. */
export function openMedia(ground: MediaGround) {
  return {
    read: (caller: Caller) => readMedia(ground, caller),
    register: (caller: Caller, request: MediumRequest) => registerMedium(ground, caller, request),
    note: (caller: Caller, mediumId: string, request: MediumStepRequest) => noteStep(ground, caller, mediumId, request),
  }
}

/** 記録媒体 — where records lie outside of Omamori, how long they may be relied upon, and through whose hands they went (7.3, 付則1, 付則2). */
export type Media = ReturnType<typeof openMedia>

async function registerMedium(ground: MediaGround, caller: Caller, request: MediumRequest): Promise<string> {
  demand(caller, 'medium.write')
  const { label, sort, holds, place, usedFrom, endsOn } = request
  const at = ground.clock.now()
  if (usedFrom > dayOf(at)) throw malformed('medium-used-in-future', 'usedFrom')
  if (endsOn !== undefined && endsOn < usedFrom) throw malformed('medium-ends-before', 'endsOn')
  const mediumId = ground.newId()
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const rows = await mediumRows(change.db)
    if (await hasLabel(change.db, rows, label)) throw new Refusal('already-exists', { reason: 'medium-label-taken' })
    await insertMedium(change, {
      ...{ facility_id: caller.facilityId, medium_id: mediumId, number: (rows.at(-1)?.number ?? 0) + 1, label, sort },
      ...{ holds, place, used_from: usedFrom, ends_on: endsOn ?? null },
      ...{ written_by: writerOf(caller), written_at: at },
    })
    const act: MediumAct = 'medium.registered'
    const detail = { label, sort, holds, place, usedFrom, ...(endsOn !== undefined && { endsOn }) }
    await ground.journal.append(change, { act, actor: caller.actor, subject: { kind: 'medium', id: mediumId }, detail })
  })
  return mediumId
}

/** Two media in use with one label are one of them lost. */
async function hasLabel(db: Reader, rows: readonly MediumRow[], label: string): Promise<boolean> {
  const steps = await stepRows(db)
  return rows.some((row) => row.label === label && isInUse(knownOf(row, steps)))
}

async function noteStep(
  ground: MediaGround,
  caller: Caller,
  mediumId: string,
  { step, onDay, result, place, note }: MediumStepRequest,
): Promise<void> {
  demand(caller, 'medium.write')
  const at = ground.clock.now()
  if (onDay > dayOf(at)) throw malformed('medium-step-in-future', 'onDay')
  await ground.storage.write(scopeOf(caller), async (change) => {
    await holdFacility(change)
    const row = (await mediumRows(change.db)).find(({ medium_id }) => medium_id === mediumId)
    if (!row) throw new Refusal('not-found', { what: 'medium', mediumId })
    const steps = (await stepRows(change.db)).filter(({ medium_id }) => medium_id === mediumId)
    if (!isInUse(knownOf(row, steps))) throw new Refusal('conflict', { reason: 'medium-disposed' })
    if (onDay < (steps.at(-1)?.on_day ?? row.used_from)) throw malformed('medium-step-before', 'onDay')
    await insertStep(change, {
      ...{ facility_id: caller.facilityId, medium_id: mediumId, number: steps.length + 1, step, on_day: onDay },
      ...{ result: result ?? null, place: place ?? null, note, written_by: writerOf(caller), written_at: at },
    })
    const act: MediumAct = 'medium.noted'
    const told = { ...(result !== undefined && { result }), ...(place !== undefined && { place }) }
    const detail = { step, onDay, note, ...told }
    await ground.journal.append(change, { act, actor: caller.actor, subject: { kind: 'medium', id: mediumId }, detail })
  })
}

async function readMedia(ground: MediaGround, caller: Caller): Promise<MediaView> {
  demand(caller, 'medium.read')
  const { rows, steps, names } = await ground.storage.read(scopeOf(caller), async (db) => ({
    rows: await mediumRows(db),
    steps: await stepRows(db),
    names: await accountNames(db),
  }))
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? id
  const today = dayOf(ground.clock.now())
  const media = rows.map((row) => mediumView(row, steps, today, nameOf))
  const gravity = ({ inUse, concerns }: MediumView) => (inUse ? (concerns.length > 0 ? 0 : 1) : 2)
  return {
    today,
    media: media.toSorted((one, other) => gravity(one) - gravity(other) || other.number - one.number),
    may: { write: may(caller, 'medium.write') },
  }
}

function mediumView(
  row: MediumRow,
  all: readonly MediumStepRow[],
  today: Day,
  nameOf: (id: string) => string,
): MediumView {
  const steps = all.filter(({ medium_id }) => medium_id === row.medium_id)
  const known = knownOf(row, steps)
  return {
    ...{ mediumId: row.medium_id, number: row.number, label: row.label, sort: known.sort, holds: row.holds },
    ...{ place: steps.findLast(({ place }) => place !== null)?.place ?? row.place },
    ...{ usedFrom: row.used_from, endsOn: row.ends_on ?? undefined },
    ...{ inUse: isInUse(known), concerns: [...concernsOf(known, today)] },
    steps: steps
      .map((one) => ({
        ...{ step: one.step as MediumStep, onDay: one.on_day, place: one.place ?? undefined, note: one.note },
        result: one.result === null ? undefined : (one.result as 'readable' | 'faulty'),
        ...{ writtenBy: nameOf(one.written_by), writtenAt: one.written_at },
      }))
      .toReversed(),
  }
}

/** A medium as it is judged. */
export const knownOf = (row: MediumRow, all: readonly MediumStepRow[]): KnownMedium => ({
  ...{ sort: row.sort as MediumSort, usedFrom: row.used_from, endsOn: row.ends_on ?? undefined },
  steps: all
    .filter(({ medium_id }) => medium_id === row.medium_id)
    .map(({ step, on_day, result }) => ({ step: step as MediumStep, onDay: on_day, result: result ?? undefined })),
})
