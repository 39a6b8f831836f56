import { createHash, randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Caller } from '#access'
import type { Storage } from '#storage'
import { refusalOf } from '../shared/testing.ts'
import { eachEngine } from '../storage/testing.ts'
import { callerAs, roomsOn } from './testing/rooms-on.ts'

const scope = { facilityId: 'mihon' }
const manager = callerAs('safety-manager')
const director = callerAs('director')

async function on(storage: Storage) {
  let next = 0
  const { assessments, journal, clock } = await roomsOn(storage, { newId: () => `id-${++next}` })
  const stateOf = async (id: string, day?: string) =>
    (await assessments.loadAssessment(manager, day)).requirements.find((one) => one.id === id)
  const actsOf = async () => {
    const { entries } = await journal.entries(scope, { act: 'assessment.' }, { limit: 200 })
    return entries.map(({ act }) => act).reverse()
  }
  return { assessments, journal, clock, stateOf, actsOf }
}

const word = { requirementId: '6.2.C-1', statement: '一覧を部屋ごとに見て回りました。' }
const exemption = { requirementId: '6.5.C-15', reason: '無線LANは別棟にあります。', reviewOn: '2027-11-22' }

eachEngine('assessment', (open) => {
  it('whoever may not is refused, and nothing is kept', async () => {
    const { assessments, actsOf } = await on(await open())
    const proposed = await assessments.proposeExemption(manager, exemption)
    const staff = callerAs('staff')
    const refused = await Promise.all(
      [
        assessments.loadAssessment(staff),
        assessments.readRequirementWords(staff, '6.2.C-1'),
        assessments.attest(staff, word),
        assessments.attest(callerAs('auditor'), word),
        assessments.withdrawAttestation(staff, { attestationId: 'a' }),
        assessments.readProof(staff, { attestationId: 'a' }),
        assessments.proposeExemption(callerAs('creation-manager'), exemption),
        assessments.approveExemption(manager, proposed),
        assessments.withdrawExemption(staff, proposed),
      ].map(refusalOf),
    )
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'not-permitted'))
    expect(await actsOf()).toEqual(['assessment.exemption-proposed'])
  })

  it('what is kept in the registry is judged, with the moment', async () => {
    const { assessments } = await on(await open())
    const judged = await assessments.loadAssessment(manager)
    expect(judged).toMatchObject({ on: '2026-11-22', at: '2026-11-22T01:02:03.004Z', facility: 'みほん診療所' })
    expect(judged.counts.C.met).toBeGreaterThan(15)
  })

  it("a person's word with its proof makes a waiting requirement met until its last day, and the journal tells", async () => {
    const { assessments, journal, stateOf, actsOf } = await on(await open())
    expect(await stateOf('6.2.C-1')).toMatchObject({ state: 'unknown', reason: 'needs-person' })
    const content = randomBytes(70_000)
    const proof = { content, mediaType: 'application/pdf', name: '一覧 髙﨑.pdf' }
    const kept = await assessments.attest(manager, { ...word, validUntil: '2027-03-31' }, proof)
    const digest = createHash('sha256').update(`${kept.attestationId}\n`).update(content).digest('hex')
    expect(kept).toMatchObject({ attestedOn: '2026-11-22', hasProof: true, proofSha256: digest, withdrawn: false })
    expect((await stateOf('6.2.C-1'))?.state).toBe('met')
    expect(await stateOf('6.2.C-1', '2027-04-01')).toMatchObject({ state: 'unknown', reason: 'attestation-expired' })
    const opened = await assessments.readProof(callerAs('auditor'), kept)
    const pieces: Buffer[] = []
    for await (const piece of opened.content) pieces.push(piece)
    expect(Buffer.concat(pieces).equals(content)).toBe(true)
    expect(opened).toMatchObject({ mediaType: 'application/pdf', name: '一覧 髙﨑.pdf' })
    expect(await actsOf()).toEqual(['assessment.attested', 'assessment.proof-viewed'])
    const { entries } = await journal.entries(scope, { act: 'assessment.attested' })
    expect(entries).toMatchObject([
      {
        actor: { kind: 'account', id: 'account-safety-manager' },
        subject: { kind: 'attestation', id: kept.attestationId },
        detail: { requirementId: '6.2.C-1', validUntil: '2027-03-31', proofSha256: digest },
        blobs: 1,
      },
    ])
    expect((await journal.verify(scope)).findings).toEqual([])
  })

  it('a word taken back no longer counts, stays readable, and is taken back once', async () => {
    const { assessments, stateOf, actsOf } = await on(await open())
    const kept = await assessments.attest(manager, word)
    await assessments.withdrawAttestation(manager, kept)
    expect(await stateOf('6.2.C-1')).toMatchObject({ state: 'unknown', reason: 'needs-person' })
    const { attestations } = await assessments.readRequirementWords(manager, '6.2.C-1')
    expect(attestations).toMatchObject([{ attestationId: kept.attestationId, withdrawn: true }])
    expect((await refusalOf(assessments.withdrawAttestation(manager, kept))).code).toBe('conflict')
    expect((await refusalOf(assessments.withdrawAttestation(manager, { attestationId: 'nobody' }))).code).toBe(
      'not-found',
    )
    expect(await actsOf()).toEqual(['assessment.attested', 'assessment.attestation-withdrawn'])
  })

  it('a word about an unknown requirement, one a rule decides, or of a wrong day is refused', async () => {
    const { assessments, actsOf } = await on(await open())
    const codes = await Promise.all(
      [
        { ...word, requirementId: '6.2.C-99' },
        { ...word, requirementId: '6.5.C-11' },
        { ...word, requirementId: '6.5.C-15' },
        { ...word, attestedOn: '2026-11-23' },
        { ...word, validUntil: '2026-11-21' },
        { ...word, validUntil: '2029-11-23' },
      ].map(async (request) => {
        const { code, facts } = await refusalOf(assessments.attest(manager, request))
        return [code, (facts.issues as { code: string }[] | undefined)?.[0]?.code]
      }),
    )
    expect(codes).toEqual([
      ['not-found', undefined],
      ['malformed', 'decided-otherwise'],
      ['malformed', 'decided-otherwise'],
      ['malformed', 'day-in-future'],
      ['malformed', 'day-over'],
      ['malformed', 'too-late'],
    ])
    expect(await actsOf()).toEqual([])
  })

  it('a reason counts once the director approved it, and until the day to look again has passed', async () => {
    const { assessments, stateOf, actsOf } = await on(await open())
    const proposed = await assessments.proposeExemption(manager, exemption)
    expect((await stateOf('6.5.C-15'))?.state).toBe('unknown')
    const approved = await assessments.approveExemption(director, proposed)
    expect(approved).toMatchObject({ approvedBy: 'account-director', approvedOn: '2026-11-22' })
    expect(await stateOf('6.5.C-15-3')).toMatchObject({ state: 'not-applicable', reason: 'exempted' })
    expect((await stateOf('6.5.C-15', '2027-11-23'))?.reason).not.toBe('exempted')
    expect((await refusalOf(assessments.approveExemption(director, proposed))).facts.reason).toBe('approved')
    expect((await refusalOf(assessments.withdrawExemption(manager, proposed))).code).toBe('not-permitted')
    await assessments.withdrawExemption(director, proposed)
    expect((await stateOf('6.5.C-15'))?.reason).not.toBe('exempted')
    expect(await actsOf()).toEqual([
      'assessment.exemption-proposed',
      'assessment.exemption-approved',
      'assessment.exemption-withdrawn',
    ])
  })

  it('of two who approve at once, one does', async () => {
    const { assessments, actsOf } = await on(await open())
    const proposed = await assessments.proposeExemption(manager, exemption)
    const both = await Promise.allSettled([1, 2].map(() => assessments.approveExemption(director, proposed)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await actsOf()).toEqual(['assessment.exemption-proposed', 'assessment.exemption-approved'])
  })

  it('a reason whose day to look again is over, or too far, is refused', async () => {
    const { assessments, clock } = await on(await open())
    for (const reviewOn of ['2026-11-22', '2029-11-23'])
      expect((await refusalOf(assessments.proposeExemption(manager, { ...exemption, reviewOn }))).code).toBe(
        'malformed',
      )
    const proposed = await assessments.proposeExemption(manager, exemption)
    clock.set('2027-11-21T15:00:00.000Z')
    expect((await refusalOf(assessments.approveExemption(director, proposed))).facts.reason).toBe('review-day-over')
  })

  it("another facility's words are not seen and cannot be touched", async () => {
    const { assessments } = await on(await open())
    const kept = await assessments.attest(manager, word)
    const proposed = await assessments.proposeExemption(manager, exemption)
    const stranger = callerAs('director', 'other')
    expect((await assessments.readRequirementWords(stranger, '6.2.C-1')).attestations).toEqual([])
    expect((await refusalOf(assessments.withdrawAttestation(stranger, kept))).code).toBe('not-found')
    expect((await refusalOf(assessments.approveExemption(stranger, proposed))).code).toBe('not-found')
  })

  it('what the reader may do comes with the words', async () => {
    const { assessments } = await on(await open())
    const mayOf = async (who: Caller, id: string) => (await assessments.readRequirementWords(who, id)).may
    expect(await mayOf(manager, '6.2.C-1')).toEqual({ attest: true, proposeExemption: true, approveExemption: false })
    expect(await mayOf(director, '6.5.C-11')).toEqual({ attest: false, proposeExemption: true, approveExemption: true })
  })
})
