import { type Checklist, checklistLosses, type Edition, editionLosses, ownLibrary } from '@omamori/guideline'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Caller } from '#access'
import type { Storage } from '#storage'
import { eachEngine } from '../storage/testing.ts'
import { countsAWord } from './attest.ts'
import type { Attestation } from './contract.ts'
import { assess } from './judge.ts'
import { type Assessments, openAssessments } from './open-assessments.ts'
import { present } from './present.ts'
import { compliantFacility, ON } from './testing/compliant-facility.ts'
import { editedChecklist, editedEdition, someEdits } from './testing/edition-edits.ts'
import { callerAs, roomsOn } from './testing/rooms-on.ts'

const RUNS = 1000
const R7 = 'mhlw-checklist-r7'
const edition = ownLibrary.loadEdition()
const checklist = ownLibrary.loadChecklist(R7)

const word = (requirementId: string): Attestation => ({
  attestationId: `a-${requirementId}`,
  requirementId,
  statement: '確かめました',
  by: '例題 一郎',
  attestedOn: '2026-11-01',
  validUntil: '2027-10-31',
})

const judged = (data: Edition, attestations: readonly Attestation[]) =>
  assess({ edition: data, facility: compliantFacility, attestations, exemptions: [], on: ON }).requirements

describe('an item that is retired', () => {
  const id = edition.requirements.find((one) => countsAWord(one) && !one.parent)?.id ?? ''
  const retired = { since: '2027-03', reason: { ja: '廃止', en: 'Retired' } }
  const data = {
    ...edition,
    requirements: edition.requirements.map((one) => (one.id === id ? { ...one, retired } : one)),
  }

  it('is no gap, and the word that was given for it stays its evidence', () => {
    const found = judged(data, [word(id)]).find((one) => one.id === id)
    expect(found).toMatchObject({ state: 'not-applicable', reason: 'retired', decidedBy: 'person' })
    expect(found?.evidence.map(({ attestationId }) => attestationId)).toEqual([`a-${id}`])
  })

  it('leaves every other item as it was', () => {
    const states = (one: Edition) => judged(one, []).map(({ id: name, state }) => [name, state])
    expect(states(data).filter(([name]) => name !== id)).toEqual(states(edition).filter(([name]) => name !== id))
  })
})

describe('whatever a newer version of the data does, short of deleting', () => {
  it('the comparison finds nothing lost, and what is deleted besides it finds alone', () => {
    const row = fc.nat(checklist.items.length - 1)
    fc.assert(
      fc.property(someEdits, fc.nat(edition.requirements.length - 1), row, (edits, at, rowAt) => {
        const [newer, form] = [editedEdition(edition, edits), editedChecklist(checklist, edits)]
        expect([...editionLosses(edition, newer), ...checklistLosses(checklist, form)]).toEqual([])
        const [gone, goneRow] = [edition.requirements[at]?.id ?? '', checklist.items[rowAt]?.id ?? '']
        expect(editionLosses(edition, withoutRequirement(newer, gone))).toEqual([
          { kind: 'deleted', what: 'requirement', id: gone },
        ])
        const rows = { ...form, items: form.items.filter(({ id }) => id !== goneRow) }
        expect(checklistLosses(checklist, rows)).toEqual([{ kind: 'deleted', what: 'row', id: goneRow }])
      }),
      { numRuns: RUNS },
    )
  })
})

function withoutRequirement(data: Edition, gone: string): Edition {
  return { ...data, requirements: data.requirements.filter(({ id }) => id !== gone) }
}

const manager: Caller = { ...callerAs('safety-manager'), roles: ['safety-manager', 'director'] }

/** The use cases on one storage, and the same on the same storage with other data of the guideline. */
async function on(storage: Storage) {
  const { assessments, ground } = await roomsOn(storage)
  const withData = (newer: Edition, form: Checklist) =>
    openAssessments({
      ...ground,
      library: { ...ownLibrary, loadEdition: () => newer, loadChecklist: () => form, checklistBefore: () => undefined },
    })
  return { withData, assessments }
}

/** Words for every item that listens to one, reasons for a third of them, and answers on every sheet. */
async function fill(assessments: Assessments) {
  const listening = edition.requirements.filter(countsAWord).map(({ id }) => id)
  for (const [index, requirementId] of listening.entries()) {
    await assessments.attest(manager, { requirementId, statement: `確かめました ${index}` })
    if (index % 3 !== 0) continue
    const reason = { requirementId, reason: `理由 ${index}`, reviewOn: '2027-11-21' }
    const { exemptionId } = await assessments.proposeExemption(manager, reason)
    if (index % 2 === 0) await assessments.approveExemption(manager, { exemptionId })
  }
  const { sheets } = await assessments.readChecklist(manager, R7)
  for (const { sheet, supplierId, rows } of sheets) {
    for (const { itemId } of rows) {
      const place = { sheet, supplierId, itemId, round: 1, checkedOn: '2026-11-20', version: 0 }
      await assessments.answerChecklist(manager, R7, { ...place, answer: 'no', targetOn: '2027-03-31' })
    }
  }
  const first = await assessments.takeSnapshot(manager)
  await assessments.takeSnapshot(manager)
  return { listening, snapshotId: first.snapshotId }
}

async function answersIn(assessments: Assessments) {
  const { sheets } = await assessments.readChecklist(manager, R7)
  const kept = sheets.flatMap(({ rows }) => rows.flatMap(({ answers }) => answers))
  return kept.map((one) => JSON.stringify(one)).sort()
}

eachEngine('a newer edition', (open) => {
  it(`loses no answer in ${RUNS} updates of every sort`, { timeout: 600_000 }, async () => {
    const { withData, assessments } = await on(await open())
    const { listening, snapshotId } = await fill(assessments)
    const readAll = async (rooms: Assessments, ids: readonly string[]) => ({
      words: await Promise.all(ids.map((id) => rooms.readRequirementWords(manager, id))),
      histories: await Promise.all(ids.map((id) => rooms.readRequirementHistory(manager, id))),
    })
    const before = new Map(
      await Promise.all(listening.map(async (id) => [id, await readAll(assessments, [id])] as const)),
    )
    const answers = await answersIn(assessments)
    expect(answers.length).toBeGreaterThan(30)
    await fc.assert(
      fc.asyncProperty(someEdits, async (edits) => {
        const newer = editedEdition(edition, edits)
        const rooms = withData(newer, editedChecklist(checklist, edits))
        expect(await answersIn(rooms)).toEqual(answers)
        const touched = edits.map(({ at }) => listening[at % listening.length] ?? '')
        const changed = newer.requirements.filter((one) => !edition.requirements.includes(one)).map(({ id }) => id)
        for (const id of new Set([...touched, ...changed.filter((one) => before.has(one))])) {
          const { words, histories } = await readAll(rooms, [id])
          const [now] = words
          const [then] = before.get(id)?.words ?? []
          expect([now?.attestations, now?.exemptions]).toEqual([then?.attestations, then?.exemptions])
          expect(histories).toEqual(before.get(id)?.histories)
        }
        const { requirements } = await rooms.loadAssessment(manager)
        const shown = new Map(requirements.map((one) => [one.id, one]))
        for (const { id, retired } of newer.requirements) {
          if (!retired) continue
          expect(shown.get(id)).toMatchObject({ state: 'not-applicable', reason: 'retired' })
          expect(shown.get(id)?.evidence.length).toBeGreaterThanOrEqual(before.has(id) ? 1 : 0)
        }
        const { content } = await rooms.readSnapshot(manager, snapshotId)
        const printed = present(content.assessment, newer, 'ja').requirements.map(({ id }) => id)
        expect(printed).toEqual(edition.requirements.map(({ id }) => id))
      }),
      { numRuns: RUNS },
    )
  })
})
