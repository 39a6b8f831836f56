import { loadEdition } from '@omamori/guideline'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../contract.ts'
import { assess } from '../judge.ts'
import { rules } from '../rules/index.ts'
import { compliantFacility, ON } from '../testing/compliant-facility.ts'
import { sayFinding } from '../words/say.ts'
import type { ArchiveFacts } from './archive-facts.ts'
import { looks } from './index.ts'

const edition = loadEdition()
const empty: ArchiveFacts = {
  ...{ documents: 0, confirmed: 0, corrected: 0, proxies: 0, proxiesWaiting: 0 },
  ...{ contentsLost: false, formatsAtRisk: 0 },
  ...{ scans: 0, scansOverdue: 0, scansDispensed: 0, plans: 0, objections: 0 },
  ...{ media: 0, mediaNeglected: 0, handOvers: 0, handOversOpen: 0 },
}
/** A year of work, on 22 November 2026. */
const full: ArchiveFacts = {
  ...{ documents: 900, confirmed: 880, corrected: 30, proxies: 12, proxiesWaiting: 0 },
  ...{
    oldestLookOn: '2026-11-01',
    lastLookOn: '2026-11-22',
    contentsLost: false,
    formatsAtRisk: 0,
    copiesOn: '2026-11-21',
  },
  ...{ scans: 400, scansOverdue: 0, scansDispensed: 20, plans: 1, objections: 3 },
  ...{ media: 4, mediaNeglected: 0, handOvers: 2, handOversOpen: 0 },
}
const word = (requirementId: string) => ({
  ...{ attestationId: `a-${requirementId}`, requirementId, statement: '電子カルテも確かめました', by: '例題 一郎' },
  ...{ attestedOn: '2026-11-01', validUntil: '2027-10-31' },
})

/** Every question of applicability answered with yes. */
const practices = Object.fromEntries(edition.facts.map(({ key }) => [key, true]))
const applies = { ...compliantFacility, practices: { ...compliantFacility.practices, ...practices } }
const judged = (archive: ArchiveFacts | undefined, id: string, worded: boolean) =>
  assess({
    edition,
    facility: applies,
    archive,
    attestations: worded ? [word(id)] : [],
    exemptions: [],
    on: ON,
  }).requirements.find((one) => one.id === id)

describe('what the archive says of itself', () => {
  it('is about requirements that there are, and none of them has a rule', () => {
    const ids = edition.requirements.map(({ id }) => id)
    expect(Object.keys(looks).filter((id) => !ids.includes(id) || rules[id])).toEqual([])
  })

  it.each(Object.keys(looks))('%s: in order here, it waits for the person who answers for other systems', (id) => {
    expect(judged(full, id, false)).toMatchObject({
      state: 'unknown',
      reason: 'needs-person',
      decidedBy: 'room-and-person',
    })
    expect(judged(full, id, true)).toMatchObject({ state: 'met', findings: [{ state: 'met' }] })
  })

  it('counts end at a thousand, and that is said', () => {
    const finding: Finding = { state: 'met', code: 'kept-views-recorded', facts: { count: 1_000 } }
    expect(sayFinding(finding, 'ja')).toBe('お守りの文書1,000件以上を見た人と日時は、証跡に残ります。')
    expect(sayFinding(finding, 'en')).toContain('(a thousand or more)')
    expect(sayFinding({ ...finding, facts: { count: 999 } }, 'ja')).toContain('文書999件を')
  })

  it.each(Object.keys(looks))('%s: an empty archive says nothing, and the word is all there is', (id) => {
    for (const archive of [empty, undefined]) {
      expect(judged(archive, id, false)).toMatchObject({ state: 'unknown', reason: 'needs-attestation', findings: [] })
      expect(judged(archive, id, true)).toMatchObject({ state: 'met', findings: [] })
    }
  })

  it.each<[string, Partial<ArchiveFacts>, Finding['state'], string]>([
    ['7.1.C-2-1-d', { contentsLost: true }, 'not-met', 'kept-contents-damaged'],
    ['7.1.C-2-1-d', { lastLookOn: '2026-11-19' }, 'unknown', 'kept-look-old'],
    ['7.1.C-2-1-d', { oldestLookOn: undefined }, 'unknown', 'kept-contents-unseen'],
    ['7.1.C-2-1-d', { oldestLookOn: '2026-10-01' }, 'unknown', 'kept-look-old'],
    ['7.1.C-4-3', { proxiesWaiting: 1, oldestProxyOn: '2026-11-20' }, 'unknown', 'kept-proxies-waiting'],
    ['7.2.C-2', { formatsAtRisk: 3 }, 'unknown', 'kept-formats-at-risk'],
    ['7.2.D-2', { copiesOn: '2026-09-30' }, 'unknown', 'kept-copies-old'],
    ['7.3.C-3-1', { mediaNeglected: 1 }, 'not-met', 'kept-media-neglected'],
    ['App1.1.C-3-2', { mediaNeglected: 1 }, 'not-met', 'kept-media-neglected'],
    ['App1.1.C-1-1', { handOversOpen: 1 }, 'unknown', 'kept-media-on-their-way'],
    ['9.1.C-2-3', { scansOverdue: 1 }, 'not-met', 'kept-scans-overdue'],
    ['9.2.C-1', { scansOverdue: 1 }, 'not-met', 'kept-scans-overdue'],
  ])('%s with %o is %s, and no word makes up for it', (id, change, state, code) => {
    for (const worded of [false, true]) {
      const one = judged({ ...full, ...change }, id, worded)
      expect(one).toMatchObject({ state, findings: [{ code }] })
      for (const language of ['ja', 'en'] as const)
        for (const finding of one?.findings ?? [])
          expect(sayFinding(finding, language)).not.toMatch(/undefined|「」|“”/)
    }
  })
})
