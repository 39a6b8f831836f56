import { expect, it } from 'vitest'
import { refusalOf } from '../../shared/testing.ts'
import { eachEngine } from '../../storage/testing.ts'
import { sample } from '../content/testing.ts'
import { signedBy } from '../document/signature/testing.ts'
import { profile, scanOf, scansOn } from './testing.ts'
import type { PlanRequest, ScanRequest } from './wire.ts'

const reasonOf = async (act: Promise<unknown>) => {
  const refused = await refusalOf(act)
  return refused.facts.reason ?? refused.code
}
const fax = { name: 'scan.tif', bytes: sample('scan-g4.tif') }

const plan = (change: Partial<PlanRequest> = {}): PlanRequest => ({
  ...{ title: '平成の紙カルテ', noticedOn: '2026-10-01', startsOn: '2026-11-01' },
  topics: {
    ...{
      rules: '規程の第13条',
      responsible: '例題 四郎',
      notice: '待合室の掲示',
      structure: '二人で読み取り、照合する',
    },
    ...{ records: '箱ごとの作業記録', audit: 'システム監査技術者に頼む', disposal: '監査の後、溶解する' },
  },
  ...change,
})

eachEngine('scans', (open) => {
  const start = async (facilityType = 'clinic') => {
    const room = await scansOn(await open(), facilityType)
    const { scans, clerk, creationManager } = room
    await scans.recordProfile(creationManager, profile())
    const refused = async (change: Partial<ScanRequest>) => reasonOf(scans.takeIn(clerk, scanOf(change), fax))
    const taken = async (change: Partial<ScanRequest> = {}) => {
      const { documentId } = await scans.takeIn(clerk, scanOf(change), fax)
      if (documentId === undefined) throw new Error('not taken in')
      return documentId
    }
    return { ...room, refused, taken }
  }

  it('is taken in by the rule of its kind, and signed by whoever scanned it, with a time stamp and without a licence', async () => {
    const { scans, documents, clerk, other, creationManager, taken, actsOf } = await start()
    const id = await taken()
    const [version] = (await documents.read(clerk, id)).versions
    expect(version).toMatchObject({
      needsSignature: true,
      scan: { scanCase: 'at-care', declaredPages: 2, findings: [], dueAt: '2026-11-23T14:59:59.999Z', late: false },
    })
    expect(await scans.readDesk(clerk)).toMatchObject({ waiting: [{ documentId: id, overdue: false }] })
    for (const caller of [clerk, other, creationManager]) await documents.openVersion(caller, id, 1)
    expect(await reasonOf(documents.confirm(other, id, 1))).toBe('document-scan-of-another')
    expect(await reasonOf(documents.confirm(clerk, id, 1))).toBe('document-signature-needed')
    const unstamped = await signedBy('nurse', fax.bytes, { stamped: false })
    expect(await reasonOf(documents.confirm(clerk, id, 1, [unstamped]))).toBe('document-scan-unstamped')
    await documents.confirm(clerk, id, 1, [await signedBy('nurse', fax.bytes)])
    expect(await scans.readDesk(clerk)).toMatchObject({ waiting: [] })
    expect(await actsOf('document.scanned')).toEqual(['document.scanned'])
  })

  it('the information creation manager answers for every scan; what was corrected afterwards takes a licence again', async () => {
    const { scans, documents, clerk, creationManager } = await start()
    await scans.recordProfile(creationManager, profile({ kind: 'dispensed-prescription' }))
    const dispensed = { kind: 'dispensed-prescription', dispensedAt: '2026-11-21T02:00:00.000Z' }
    const { documentId: id = '' } = await scans.takeIn(clerk, scanOf(dispensed), fax)
    await documents.openVersion(creationManager, id, 1)
    await documents.confirm(creationManager, id, 1, [await signedBy('nurse', fax.bytes)])
    await documents.correct(clerk, id, { reason: '用法の誤り' }, { name: '処方箋.txt', bytes: Buffer.from('訂正後') })
    await documents.openVersion(clerk, id, 2)
    expect(await reasonOf(documents.confirm(clerk, id, 2, []))).toBe('document-without-licence')
    const versions = (await documents.read(clerk, id)).versions
    expect(versions.map(({ scan }) => scan !== undefined)).toEqual([false, true])
  })

  it('what stands against it is told and nothing is kept; what only asks is taken in with a word, and the word is kept', async () => {
    const { scans, documents, clerk, creationManager, doctor } = await start()
    const stopped = await scans.takeIn(clerk, scanOf({ declaredPages: 3, remark: 'これでよい' }), fax)
    expect(stopped).toMatchObject({ findings: [{ code: 'pages-differ', facts: { declared: 3, found: 2 } }] })
    const late = { paperAt: '2026-11-01T01:00:00.000Z' }
    expect(await scans.takeIn(clerk, scanOf(late), fax)).toMatchObject({ findings: [{ code: 'late', weight: 'asks' }] })
    expect((await documents.search(doctor, { page: 1 })).documents).toEqual([])
    const { documentId = '' } = await scans.takeIn(clerk, scanOf({ ...late, remark: '届くのが遅れた' }), fax)
    expect((await documents.read(doctor, documentId)).versions[0]?.scan).toMatchObject({
      ...{ remark: '届くのが遅れた', late: true, findings: [{ code: 'late' }] },
    })
    expect(await scans.readDesk(creationManager)).toMatchObject({ waiting: [{ overdue: true }] })
  })

  it.each<[string, Partial<ScanRequest>, string]>([
    ['no rule for the kind', { kind: 'image' }, 'scan-without-profile'],
    ['a kind that is not there', { kind: 'diary' }, 'document-kind-unknown'],
    ['no time of the paper', { paperAt: undefined }, 'scan-needs-paper-at'],
    ['a paper from tomorrow', { paperAt: '2026-11-23T00:00:00.000Z' }, 'scan-paper-in-future'],
    ['a copy whose paper lies nowhere', { scanCase: 'convenience' }, 'scan-needs-place'],
    ['old papers without a plan', { scanCase: 'past-paper' }, 'scan-needs-plan'],
    ['old papers of nobody', { scanCase: 'past-paper', planId: 'x', patient: undefined }, 'scan-needs-patient'],
    ['a plan that is not there', { scanCase: 'past-paper', planId: 'x' }, 'scan-plan-unknown'],
    ['a plan elsewhere', { planId: 'x' }, 'scan-plan-elsewhere'],
    ['a dispensed prescription without its time', { kind: 'dispensed-prescription' }, 'scan-needs-dispensed-at'],
    [
      'a dispensing that is to come',
      { kind: 'dispensed-prescription', dispensedAt: '2026-11-22T02:00:00.000Z' },
      'scan-dispensed-in-future',
    ],
  ])('%s is refused', async (_, change, reason) => {
    const { refused, documents, clerk } = await start()
    expect(await refused(change)).toBe(reason)
    expect((await documents.search(clerk, { page: 1 })).documents).toEqual([])
  })

  it('in a pharmacy no prescription becomes the original before its dispensing; as a copy it may come', async () => {
    const { refused, scans, clerk, creationManager } = await start('pharmacy')
    await scans.recordProfile(creationManager, profile({ kind: 'prescription' }))
    expect(await refused({ kind: 'prescription' })).toBe('scan-before-dispensing')
    const copy = scanOf({ kind: 'prescription', scanCase: 'convenience', paperAt: undefined, keptAt: '棚 3' })
    expect(await scans.takeIn(clerk, copy, fax)).toMatchObject({ documentId: expect.any(String) })
  })

  it('for convenience: a copy, whose paper is the original and has a place, and which nobody need sign', async () => {
    const { taken, documents, clerk, scans } = await start()
    const id = await taken({ scanCase: 'convenience', paperAt: undefined, keptAt: '第2書庫 棚 A-3' })
    const read = await documents.read(clerk, id)
    expect(read).toMatchObject({ standing: 'copy', versions: [{ needsSignature: false }] })
    expect(read.versions[0]?.scan).toMatchObject({ keptAt: '第2書庫 棚 A-3', late: false })
    await documents.openVersion(clerk, id, 1)
    await documents.confirm(clerk, id, 1)
    expect(await scans.readDesk(clerk)).toMatchObject({ waiting: [] })
  })

  it('one file is taken in once, until it is withdrawn', async () => {
    const { taken, refused, documents, clerk } = await start()
    const id = await taken()
    expect(await refused({})).toBe('scan-same-file')
    await documents.withdraw(clerk, id, 1, { reason: '別の患者さんの紙だった' })
    expect(await taken()).not.toBe(id)
  })

  it('old papers: told beforehand, by a plan that runs, never of whoever objects, and over with the audit', async () => {
    const { scans, clerk, doctor, creationManager, refused, taken, actsOf } = await start()
    expect(await reasonOf(scans.recordPlan(clerk, plan()))).toBe('not-permitted')
    expect(await reasonOf(scans.recordPlan(creationManager, plan({ noticedOn: '2026-11-01' })))).toBe(
      'scan-notice-late',
    )
    const later = await scans.recordPlan(creationManager, plan({ startsOn: '2026-12-01' }))
    const old = { scanCase: 'past-paper', paperAt: undefined } as const
    expect(await refused({ ...old, planId: later })).toBe('scan-plan-not-started')
    const planId = await scans.recordPlan(creationManager, plan())
    const objected = { patient: ' ０００１２３', toldOn: '2026-10-15', note: '受付で申し出' }
    const objectionId = await scans.recordObjection(doctor, objected)
    expect(await refused({ ...old, planId })).toBe('scan-objected')
    expect(await reasonOf(scans.withdrawObjection(clerk, objectionId))).toBe('not-permitted')
    await scans.withdrawObjection(creationManager, objectionId)
    await taken({ ...old, planId })
    const audited = { auditedOn: '2026-11-22', audit: 'システム監査技術者 例題 五郎。指摘なし' }
    await scans.endPlan(creationManager, planId, audited)
    expect(await reasonOf(scans.endPlan(creationManager, planId, audited))).toBe('scan-plan-ended')
    expect(await refused({ ...old, planId, patient: '999' })).toBe('scan-same-file')
    expect((await scans.readDesk(clerk)).plans).toMatchObject([
      { planId, documents: 1, audit: audited.audit },
      { planId: later, documents: 0 },
    ])
    expect(await actsOf('scan.')).toEqual([
      ...['scan.ruled', 'scan.planned', 'scan.planned', 'scan.objected', 'scan.objection-withdrawn', 'scan.plan-ended'],
    ])
  })

  it('the newest rule about a kind stands, and a scan keeps the one it came in by', async () => {
    const { scans, clerk, creationManager, taken } = await start()
    await taken()
    await scans.recordProfile(creationManager, profile({ resolution: 300 }))
    const { profiles } = await scans.readDesk(clerk)
    expect(profiles).toMatchObject([{ number: 2, resolution: 300 }])
    const again = await scans.takeIn(clerk, scanOf(), { name: 'scan.pdf', bytes: sample('scan.pdf') })
    expect(again).toMatchObject({
      findings: [
        { code: 'too-coarse', page: 1 },
        { code: 'too-coarse', page: 2 },
      ],
    })
  })
})
