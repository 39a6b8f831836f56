import { loadEdition } from '@omamori/guideline'
import type { Evidence, Reason, State } from '../../contract.ts'
import type { ReportedRequirement, ReportInput, ReportLanguage } from '../report-input.ts'
import { countStates } from '../sheets/count-states.ts'

const states: readonly State[] = ['met', 'not-met', 'unknown', 'unknown', 'met', 'not-applicable', 'unknown', 'met']
const reasons: readonly Reason[] = ['needs-attestation', 'facts-missing', 'another-part', 'facts-stale']

const seen: Evidence = {
  kind: 'fact',
  source: 'vendor',
  about: { kind: 'system', id: 'emr', name: '見本電子カルテ' },
  takenOn: '2026-11-01',
  validUntil: '2027-10-31',
  expired: false,
}
const stated: Evidence = {
  kind: 'attestation',
  source: 'statement',
  statement: '方針の写しを見て確かめた',
  by: '例題 一郎',
  takenOn: '2025-10-01',
  validUntil: '2026-09-30',
  expired: true,
}

/** A sample clinic's paper with every requirement of the edition, in states dealt out by turns. */
export function reportExample(language: ReportLanguage = 'ja', change: Partial<ReportInput> = {}): ReportInput {
  const edition = loadEdition('mhlw-5.2')
  const requirements = edition.requirements.map((one, index): ReportedRequirement => {
    const state = states[(index * 5) % states.length] ?? 'unknown'
    return {
      id: one.id,
      section: one.section,
      kind: one.kind,
      parent: one.parent,
      printedNumber: one.printedNumber,
      contentConfirmed: one.source.text === 'whole',
      title: one.title[language],
      state,
      ...(state === 'unknown' ? { reason: reasons[index % reasons.length] } : {}),
      findings: state === 'not-met' ? [{ state, sentence: `見本端末${index}に対策ソフトがありません。` }] : [],
      evidence: state === 'met' ? [seen, ...(index % 5 === 0 ? [stated] : [])] : [],
    }
  })
  const counted = (kind: 'C' | 'D') => countStates(requirements.filter((one) => one.kind === kind))
  return {
    language,
    facilityName: 'みほん診療所',
    reportNumber: '点検第12号',
    editionTitle: edition.title[language],
    createdOn: '2026-11-22',
    createdBy: '例題 一郎',
    responsible: '例題 花子',
    director: '見本 太郎',
    sections: edition.chapters.flatMap((chapter) =>
      chapter.sections.map(({ id, title }) => ({ section: id, title: title[language] })),
    ),
    decisions: [{ title: 'ルーターの更新を、保守会社に頼む。', detail: '悪用が確認された弱点があります。' }],
    ...change,
    assessment: {
      sample: true,
      on: '2026-11-22',
      counts: { C: counted('C'), D: counted('D') },
      requirements,
      gaps: requirements.flatMap(({ id, state }) =>
        state === 'not-met' || state === 'unknown'
          ? [{ requirementId: id, state, weight: 5, sentence: '対策ソフトを入れてください。' }]
          : [],
      ),
      ...change.assessment,
    },
  }
}
