import { expect, it } from 'vitest'
import type { Caller, Role } from '#access'
import type { Platform } from '#platform'
import { sampleHospital } from '#registry'
import { eachEngine } from '../../src/storage/testing.ts'
import { atPlatform, emptyPlace, firstRun } from '../installation.ts'

const FIRST = '2026-06-20'
const NEXT = '2027-07-20'
const SUPPLIER = 'mihon-karte'
const RULE = '6.5.C-14-1'

/** What the rule on how passwords are stored finds of the records system. */
async function findingIn(platform: Platform, manager: Caller) {
  const { requirements } = await platform.assessments.loadAssessment(manager)
  const { findings = [], evidence = [] } = requirements.find(({ id }) => id === RULE) ?? {}
  const finding = findings.find(({ about }) => about?.id === 'emr')
  return { finding, evidence: evidence.filter(({ about }) => about?.id === 'emr') }
}

eachEngine('a year in which nobody looked', (open) => {
  it('what grew stale is asked of the supplier, answered, and holds again', { timeout: 180_000 }, async () => {
    let today = FIRST
    const clock = { now: () => `${today}T01:00:00.000Z` }
    await atPlatform({ ...(await emptyPlace(open)), clock }, async (platform) => {
      const { administrator } = await firstRun(platform)
      const as = (role: Role): Caller => ({ ...administrator, roles: [role] })
      const { suppliers, registry } = platform
      const manager = as('safety-manager')
      await registry.replaceFacility(manager, sampleHospital(FIRST))
      const fresh = (await findingIn(platform, manager)).finding
      expect(fresh?.state).not.toBe('unknown')

      today = NEXT
      const stale = (await findingIn(platform, manager)).finding
      expect(stale).toMatchObject({ state: 'unknown', code: 'facts-stale', facts: { was: fresh?.code } })

      const { sheetId } = await suppliers.issueSheet(manager, { supplierId: SUPPLIER, dueOn: '2027-08-10' })
      const asked = (await suppliers.readSheet(manager, sheetId)).questions.filter(
        ({ itemId, held, requirements }) => itemId === 'emr' && held && requirements.includes(RULE),
      )
      expect(asked.map(({ field }) => field)).toContain('passwordPolicy.storage')
      const said = { answeredBy: '例題 次郎', answeredOn: NEXT, shareable: false }
      const same = asked.map(({ code, held }) => ({ code, verdict: 'value' as const, value: held?.value as string }))

      // One of them said otherwise: neither the registry nor the answer counts.
      const changed = same.map((answer) => {
        const field = asked.find(({ code }) => code === answer.code)?.field
        return field === 'passwordPolicy.storage'
          ? { ...answer, value: answer.value === 'plain' ? 'one-way' : 'plain' }
          : answer
      })
      await suppliers.answerSheet(manager, sheetId, { ...said, answers: changed })
      expect((await findingIn(platform, manager)).finding).toMatchObject({ state: 'unknown', code: 'facts-disputed' })
      expect((await suppliers.readSuppliers(manager)).disputes).toContainEqual(
        expect.objectContaining({ id: 'emr', field: 'passwordPolicy.storage' }),
      )

      // The supplier corrects itself: the finding stands again, on the supplier's word and on its day.
      await suppliers.answerSheet(manager, sheetId, { ...said, answers: same })
      const again = await findingIn(platform, manager)
      expect(again.finding).toMatchObject({ state: fresh?.state, code: fresh?.code })
      expect(again.evidence.map(({ source, by, takenOn }) => [source, by, takenOn])).toEqual(
        asked.map(() => ['vendor', '例題 次郎', NEXT]),
      )

      // A registry that was confirmed counts by itself, and what it has of the system is asked no more.
      await registry.replaceFacility(manager, sampleHospital(NEXT))
      expect((await findingIn(platform, manager)).evidence.map(({ supplier }) => supplier)).not.toContain(
        '見本電子カルテ株式会社',
      )
      const next = await suppliers.issueSheet(manager, { supplierId: SUPPLIER, dueOn: '2027-08-20' })
      const { questions } = await suppliers.readSheet(manager, next.sheetId)
      expect(questions.filter(({ itemId, held }) => itemId === 'emr' && held)).toEqual([])
    })
  })
})
