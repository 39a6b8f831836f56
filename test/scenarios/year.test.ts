import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Caller, Role } from '#access'
import type { PresentedAssessment, State } from '#assessment'
import type { Platform } from '#platform'
import { type Facility, parseFacilityFile, sampleHospital, writeFacilityWorkbook } from '#registry'
import { withFact } from '../../src/assessment/testing/change.ts'
import { refusalOf } from '../../src/shared/testing.ts'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun } from '../installation.ts'

const FIRST = '2026-06-20'
const NEXT = '2027-07-20'
const PUMPS = ['wireless', 'ssid-pump']

/** 病院の1年 — the people who work through it, and the calendar on the wall. */
interface Year {
  readonly platform: Platform
  readonly as: (role: Role) => Caller
  readonly turnTo: (day: string) => void
}

async function stateOf({ platform, as }: Year, id: string): Promise<State | undefined> {
  const { requirements } = await platform.assessments.loadAssessment(as('safety-manager'))
  return requirements.find((one) => one.id === id)?.state
}

/** The registry goes out as a workbook, is worked on in Excel, and comes in again. */
async function importWorkbook({ platform, as }: Year, facility: Facility): Promise<void> {
  const bytes = await writeFacilityWorkbook(facility, platform.clock.now())
  const read = await parseFacilityFile({ name: 'hospital.xlsx', bytes }, platform.knownFacts())
  await platform.registry.replaceFacility(as('safety-manager'), read)
}

/** A sheet goes to the supplier of the records, and one answer of it comes back by fax. */
async function askSupplier(year: Year): Promise<void> {
  const { suppliers, assessments } = year.platform
  const manager = year.as('safety-manager')
  const { sheetId } = await suppliers.issueSheet(manager, { supplierId: 'mihon-karte', dueOn: '2026-07-10' })
  const { questions } = await suppliers.readSheet(manager, sheetId)
  const code = questions.find(({ field }) => field === 'maintenance.staffChangesReported')?.code ?? ''
  year.turnTo('2026-07-06')
  const said = { answeredBy: '例題 次郎', answeredOn: '2026-07-05', shareable: false }
  const kept = await suppliers.answerSheet(manager, sheetId, {
    ...said,
    answers: [{ code, verdict: 'value', value: 'はい' }],
  })
  expect(kept).toMatchObject({ kept: 1, answered: 1 })
  const { requirements } = await assessments.loadAssessment(manager)
  const evidence = requirements.find(({ id }) => id === '6.8.C-4')?.evidence ?? []
  expect(evidence).toContainEqual(
    expect.objectContaining({
      source: 'vendor',
      by: '例題 次郎',
      takenOn: '2026-07-05',
      supplier: '見本電子カルテ株式会社',
    }),
  )
}

/** Somebody says what only a person can say, and what does not apply here; the second counts once the director agrees. */
async function attest(year: Year): Promise<void> {
  const { assessments } = year.platform
  expect(await stateOf(year, '6.3.C-2')).toBe('unknown')
  await assessments.attest(year.as('safety-manager'), {
    requirementId: '6.3.C-2',
    statement: '委員会の記録を見ました。',
  })
  expect(await stateOf(year, '6.3.C-2')).toBe('met')
  const reason = { requirementId: '6.4.C-1', reason: '該当する部屋がありません。', reviewOn: '2027-07-06' }
  const { exemptionId } = await assessments.proposeExemption(year.as('safety-manager'), reason)
  expect(await stateOf(year, '6.4.C-1')).toBe('unknown')
  await assessments.approveExemption(year.as('director'), { exemptionId })
  expect(await stateOf(year, '6.4.C-1')).toBe('not-applicable')
}

/** The assessment is kept, and the director approves exactly what was on the screen. */
async function keep({ platform, as }: Year): Promise<string> {
  const { assessments } = platform
  const { snapshotId, digest } = await assessments.takeSnapshot(as('safety-manager'))
  const other = await refusalOf(
    assessments.approveSnapshot(as('director'), {
      snapshotId,
      digest: digest.replace(/^./, (c) => (c === '0' ? '1' : '0')),
    }),
  )
  expect(other.code).toBe('conflict')
  const approved = await assessments.approveSnapshot(as('director'), { snapshotId, digest })
  expect(approved).toMatchObject({ approvedBy: '見本 太郎' })
  return snapshotId
}

/** A gap becomes a task with a day and a cost; the director decides; done is said before the registry shows it. */
async function planIt(year: Year): Promise<string> {
  const { plan, tasks } = year.platform
  const manager = year.as('safety-manager')
  const taskId = await plan.openFromGaps(manager, { requirementIds: ['6.5.C-15-1'] }, 'ja')
  await tasks.changeTask(manager, taskId, { ownerId: 'p-04', dueOn: '2026-10-30', cost: 120_000, version: 1 })
  const { version } = await tasks.readTask(year.as('director'), taskId)
  await tasks.decideTask(year.as('director'), taskId, { outcome: 'approved', version })
  year.turnTo('2026-10-28')
  const now = await tasks.readTask(manager, taskId)
  await tasks.moveTask(manager, taskId, { state: 'done', version: now.version })
  const row = await rowOf(year, taskId)
  expect([row?.task.state, row?.stillShort]).toEqual(['done', 'not-met'])
  return taskId
}

async function rowOf({ platform, as }: Year, taskId: string) {
  const { rows } = await platform.plan.readPlan(as('safety-manager'), 'ja')
  return rows.find(({ task }) => task.taskId === taskId)
}

/** A year later the wireless of the pumps is mended, and another one was set up badly. */
const nextYear = (): Facility => {
  const mended = withFact(sampleHospital(NEXT), [...PUMPS, 'refusesAny'], true)
  return withFact(mended, [...PUMPS, 'encryption'], 'wep')
}

/** Every row the assessment can answer is answered as it proposes; against it nobody may say yes. */
async function answerChecklist({ platform, as }: Year): Promise<void> {
  const { assessments, library } = platform
  const manager = as('safety-manager')
  const { id } = library.checklistInForce(NEXT)
  const { sheets } = await assessments.readChecklist(manager, id)
  const [own] = sheets
  const place = { sheet: 'facility', round: 1, checkedOn: NEXT, version: 0 } as const
  for (const { itemId, proposal } of own?.rows ?? []) {
    if (proposal.answer === undefined) continue
    const no = { ...place, itemId, answer: 'no', targetOn: '2027-12-24' } as const
    const yes = { ...place, itemId, answer: 'yes' } as const
    if (proposal.answer === 'no') {
      expect((await refusalOf(assessments.answerChecklist(manager, id, yes))).code).toBe('malformed')
      await assessments.answerChecklist(manager, id, no)
    } else await assessments.answerChecklist(manager, id, yes)
  }
  const filled = await assessments.readChecklist(as('director'), id)
  const answers = filled.sheets[0]?.rows.flatMap((row) => row.answers) ?? []
  expect(answers.length).toBeGreaterThan(3)
  expect(filled.sheets[0]?.rows.some(({ contradicted }) => contradicted)).toBe(false)
}

/** The file for the inspection is made and checked: it says of no requirement that it is met where the assessment does not. */
async function inspect({ platform, as }: Year): Promise<void> {
  const { inspections, assessments } = platform
  const judged = await assessments.loadAssessment(as('safety-manager'))
  const steps: string[] = []
  const { files } = await inspections.makeInspection(as('safety-manager'), 'ja', (step) => steps.push(step))
  expect(steps.length).toBeGreaterThan(3)
  const bytesOf = (ending: string) => files.find(({ name }) => name.endsWith(ending))?.bytes ?? new Uint8Array()
  const sums = Buffer.from(bytesOf('SHA256SUMS')).toString()
  for (const { name, bytes } of files.filter((one) => one.name !== 'SHA256SUMS'))
    expect(sums).toContain(`${hash('sha256', bytes)}  ${name}`)
  expect(Buffer.from(bytesOf('.pdf')).subarray(0, 5).toString()).toBe('%PDF-')
  const said = files
    .filter(({ name }) => name.endsWith('.json'))
    .map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()) as Partial<PresentedAssessment>)
    .find(({ format }) => format === 'omamori-assessment@1')
  const states = (list: readonly { readonly id: string; readonly state: State }[] = []) =>
    list.map(({ id, state }) => [id, state])
  expect(states(said?.requirements)).toEqual(states(judged.requirements))
}

/** The inspector reads the file by a link, part by part; each part is written down, and the director ends it. */
async function showInspector({ platform, as }: Year): Promise<void> {
  const { inspections, access, journal } = platform
  const invited = { name: '例題 三郎', organisation: '見本保健所', days: 1 }
  const { token, linkId } = await inspections.inviteInspector(as('director'), invited)
  const { cookie } = await inspections.openInspectorLink(token)
  const { caller } = await access.authenticate(cookie)
  const [file] = (await inspections.readShownFiles(caller)).files
  const { parts } = await inspections.readShownParts(caller, file?.inspectionId ?? '')
  for (const { id } of parts) await inspections.openShownPart(caller, file?.inspectionId ?? '', id)
  expect(parts.reduce((sum, { missing }) => sum + missing, 0)).toBe(file?.missing)
  const { entries } = await journal.read(as('auditor'), { act: 'inspection.viewed' }, { limit: 50 })
  expect(entries.map(({ detail }) => (detail as { part?: string }).part).reverse()).toEqual(parts.map(({ id }) => id))
  expect((await refusalOf(inspections.makeInspection(caller, 'ja', () => {}))).code).toBe('not-permitted')
  await inspections.withdrawInspector(as('director'), linkId)
  expect((await refusalOf(access.authenticate(cookie))).code).toBe('not-signed-in')
}

eachEngine("a hospital's year", (open) => {
  it('goes from the first workbook to the inspection', { timeout: 180_000 }, async () => {
    let today = FIRST
    const clock = { now: () => `${today}T01:00:00.000Z` }
    await atPlatform({ ...(await emptyPlace(open)), clock }, async (platform) => {
      const { administrator } = await firstRun(platform)
      const as = (role: Role): Caller => ({ ...administrator, roles: [role] })
      const year: Year = { platform, as, turnTo: (day) => (today = day) }
      await importWorkbook(year, sampleHospital(FIRST))
      expect([await stateOf(year, '6.5.C-15-1'), await stateOf(year, '6.5.C-15-3')]).toEqual(['not-met', 'met'])
      await askSupplier(year)
      await attest(year)
      const before = await keep(year)
      const taskId = await planIt(year)

      year.turnTo(NEXT)
      // Nobody looked for more than a year: what was known is known no longer, what was said has run out.
      for (const id of ['6.5.C-15-1', '6.5.C-15-3', '6.3.C-2', '6.4.C-1'])
        expect(await stateOf(year, id)).toBe('unknown')
      await importWorkbook(year, nextYear())
      expect([await stateOf(year, '6.5.C-15-1'), await stateOf(year, '6.5.C-15-3')]).toEqual(['met', 'not-met'])
      expect((await rowOf(year, taskId))?.stillShort).toBeUndefined()
      const after = await keep(year)
      const { requirements } = await platform.assessments.readComparison(as('director'), { before, after })
      const changeOf = (id: string) => requirements.find((one) => one.id === id)?.change
      const changes = ['6.5.C-15-1', '6.5.C-15-3', '6.2.C-2', '6.3.C-2', '6.4.C-1'].map(changeOf)
      expect(changes).toEqual(['better', 'worse', 'same', 'worse', 'scope'])
      await answerChecklist(year)
      await inspect(year)
      await showInspector(year)
      const { findings } = await platform.journal.verify(as('administrator'))
      expect(findings).toEqual([])
    })
  })
})
